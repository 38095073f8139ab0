/**
 * Why a link ended, for our own log and tests. The peer never learns it: outside there is one generic
 * close code (`closeCodes.refused`), so that nobody can probe which half of a guess was right.
 */
export const linkFailureReasons = [
  /** The first frame is no opening: no JSON, wrong fields, wrong length. */
  "opening-malformed",
  /** No such client, or no pairing code waiting. */
  "key-unknown",
  /** More tries at a pairing code than a person makes. */
  "tried-too-often",
  /** The peer holds another key, or the opening or the answer was altered on the way. */
  "handshake-refused",
  /** The peer's ephemeral key gives an all-zero secret: a low-order point, never made by accident. */
  "weak-point",
  /** A sealed frame does not open: altered, replayed, dropped, out of order, reflected, or cut. */
  "frame-forged",
  /** A frame is longer than the protocol allows. */
  "frame-too-long",
  /** More frames than can be opened in time. */
  "flooded",
  /** Text where bytes were due, or bytes where text was due. */
  "out-of-turn",
  /** The frame counter reached its end: connect again for fresh keys. */
  "exhausted",
  /** An authentic frame holds no message of this protocol. */
  "bad-message",
  /** A defect of this program; `cause` holds it. */
  "internal",
] as const
export type LinkFailureReason = (typeof linkFailureReasons)[number]

/** A link that can't go on. The message is the reason alone; no data of a frame is ever in it. */
export class LinkFailure extends Error {
  constructor(
    readonly reason: LinkFailureReason,
    options?: ErrorOptions,
  ) {
    super(reason, options)
    this.name = "LinkFailure"
  }
}

/** Any thrown thing as a failure: a defect keeps its cause. */
export function asLinkFailure(thrown: unknown): LinkFailure {
  return thrown instanceof LinkFailure ? thrown : new LinkFailure("internal", { cause: thrown })
}
