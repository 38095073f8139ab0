import { errorSentences } from "./error-sentences"

/** Codes that fail, so that a failure can be shown without a switch. Any other code of 12 is right. */
export const failingCodes = { wrong: "FAUX00000000", expired: "EXPIRE000000", used: "UTILISE00000" } as const

export type CheckedCode = { result: "right" | "expired" | "used" } | { result: "wrong"; message: string }

/** The code of 12 letters or digits, as typed. Capitals and small letters count the same. */
export function checkCode(typed: string): CheckedCode {
  const code = typed.trim().toUpperCase()
  if (code === "") return { result: "wrong", message: errorSentences.codeMissing }
  if (!/^[\dA-Z]{12}$/.test(code)) return { result: "wrong", message: errorSentences.codeFormat }
  if (code === failingCodes.wrong) return { result: "wrong", message: errorSentences.codeWrong }
  if (code === failingCodes.expired) return { result: "expired" }
  return { result: code === failingCodes.used ? "used" : "right" }
}
