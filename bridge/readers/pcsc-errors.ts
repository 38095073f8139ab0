import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"

/**
 * PC/SC result codes and what they mean to a person (names of `winscard.h`). Two of them deserve a word:
 * `W_RESET_CARD` is another program that reset the card under us, which the billing middleware does at the end
 * of each session; `E_SHARING_VIOLATION` is another program that holds it.
 */
const meanings: Record<number, ErrorCode> = {
  2148532225: "no-reader-service", // F_INTERNAL_ERROR
  2148532226: "no-reader-service", // E_CANCELLED: the service went away
  2148532227: "no-reader-service", // E_INVALID_HANDLE: a handle of a service that restarted
  2148532232: "card-unreadable", // E_INSUFFICIENT_BUFFER: an answer longer than any short one
  2148532233: "no-reader", // E_UNKNOWN_READER
  2148532234: "card-timeout", // E_TIMEOUT
  2148532235: "card-held", // E_SHARING_VIOLATION
  2148532236: "no-card", // E_NO_SMARTCARD
  2148532237: "card-mute", // E_UNKNOWN_CARD
  2148532239: "card-mute", // E_PROTO_MISMATCH
  2148532240: "no-reader", // E_NOT_READY
  2148532242: "no-reader-service", // E_SYSTEM_CANCELLED: the session ends
  2148532243: "no-reader-service", // F_COMM_ERROR: the socket to the service broke
  2148532244: "no-reader-service", // F_UNKNOWN_ERROR
  2148532245: "card-mute", // E_INVALID_ATR
  2148532246: "card-mute", // E_NOT_TRANSACTED: the exchange failed in the reader
  2148532247: "no-reader", // E_READER_UNAVAILABLE
  2148532250: "no-reader", // E_READER_UNSUPPORTED
  2148532253: "no-reader-service", // E_NO_SERVICE
  2148532254: "no-reader-service", // E_SERVICE_STOPPED
  2148532270: "no-reader", // E_NO_READERS_AVAILABLE
  2148532271: "card-mute", // E_COMM_DATA_LOST
  2148532273: "no-reader-service", // E_SERVER_TOO_BUSY
  2148532325: "card-mute", // W_UNSUPPORTED_CARD
  2148532326: "card-mute", // W_UNRESPONSIVE_CARD
  2148532327: "card-mute", // W_UNPOWERED_CARD
  2148532328: "card-held", // W_RESET_CARD
  2148532329: "card-removed", // W_REMOVED_CARD
  2148532330: "no-reader-service", // W_SECURITY_VIOLATION: the service does not let us in, or dies while we ask
}

/** Another program holds the card: the one result that is worth the same call again. */
export const sharingViolation = 0x8010000b
/** Another program reset the card: this connection is of no use any more, the next one is. */
export const resetCard = 0x80100068

/**
 * The result code of a failure, 0 when there is none. The `pcsclite` package tells it only inside its message:
 * `SCardConnect error: Sharing violation.(0x8010000b)`; 64-bit systems may print the sign in front of it.
 */
export function resultCode(cause: unknown): number {
  const text = cause instanceof Error ? cause.message : ""
  const [, hex] = /0x([0-9a-f]{8,16})\)/i.exec(text) ?? []
  return hex ? Number.parseInt(hex.slice(-8), 16) : 0
}

export function fromPcsc(cause: unknown): BridgeError {
  if (cause instanceof BridgeError) return cause
  return new BridgeError(meanings[resultCode(cause)] ?? "internal", { cause })
}
