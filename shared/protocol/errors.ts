import * as z from "../zod"

/**
 * Everything that can go wrong between a card and the panel: one closed list for the bridge, the
 * extension and the doctor. The sentences stand in `error-texts.ts`.
 */
export const errorCodes = [
  "no-reader-service",
  "no-reader-library",
  "no-reader",
  "no-card",
  "card-mute",
  "card-unknown",
  "card-old-generation",
  "card-not-health",
  "cps-old-generation",
  "cps-contactless",
  "card-held",
  "card-removed",
  "card-unreadable",
  "card-timeout",
  "bridge-absent",
  "bridge-too-old",
  "extension-too-old",
  "not-paired",
  "pairing-refused",
  "pairing-code-malformed",
  "port-taken",
  "bad-message",
  "ins-unreadable",
  "ins-fictitious",
  "ins-real-in-training",
  "identity-incomplete",
  "page-silent",
  "pack-refused",
  "setting-locked",
  "nothing-to-copy",
  "internal",
] as const

export const errorCodeSchema = z.enums(errorCodes)
export type ErrorCode = (typeof errorCodes)[number]

/** An error of the closed list. `message` is the code alone: nothing of a card or a person is ever in it. */
export class BridgeError extends Error {
  constructor(
    readonly code: ErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = "BridgeError"
  }
}
