import { certificateRules } from "./certificate-rules"
import { letterRules } from "./letter-rules"
import { reportRules } from "./report-rules"
import type { TypeRule } from "./type-rule"

/** Every rule; their order decides nothing. */
export const typeRules: readonly TypeRule[] = [...reportRules, ...letterRules, ...certificateRules]
