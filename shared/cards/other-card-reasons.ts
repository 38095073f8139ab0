import type { ErrorCode } from "../protocol/errors"

/**
 * The reasons of cards that are no Vitale card: they say nothing about the patient, and may stay in their
 * reader. Any other unknown card may be the next patient's.
 */
export const otherCardReasons: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "card-unknown",
  "card-not-health",
])
