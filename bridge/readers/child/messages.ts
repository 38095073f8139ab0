import type { ErrorCode } from "../../../shared/protocol/errors"
import type { Outcome } from "../outcome"
import type { ReaderEvent } from "../port"

/**
 * What the bridge and its reader process say to each other, over Node's own channel between a process and its child
 * (`serialization: "advanced"` carries the bytes as they are). `use`: one use of one card, named by the bridge.
 * `exchange` counts within a use, so that an answer nobody waits for any more is never taken for the next one.
 */
export type ToChild =
  | { ask: "beat" }
  | { ask: "open"; use: number; reader: string }
  | { ask: "transmit"; use: number; exchange: number; command: Uint8Array }
  | { ask: "close"; use: number }
  /** A whole reading, answered once with `read`. `abandon`: the stay of the card ended, nobody waits any more. */
  | { ask: "read"; use: number; reader: string; atr: Uint8Array; heldMs: number | null }
  | { ask: "abandon"; use: number }

export type FromChild =
  | { say: "event"; event: ReaderEvent }
  | { say: "beat" }
  | { say: "opened"; use: number }
  | { say: "answer"; use: number; exchange: number; response: Uint8Array }
  | { say: "failed"; use: number; exchange: number; code: ErrorCode }
  | { say: "read"; use: number; outcome: Outcome }
  /** The use is over and the card let go of; `code`: why it did not even begin, null where it did. */
  | { say: "ended"; use: number; code: ErrorCode | null }
