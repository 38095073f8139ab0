import type { Bytes } from "./bytes"
import { LinkFailure } from "./link-failure"
import { type Handshake, LinkSession, type SessionEvents } from "./link-session"
import { type BridgeMessage, type ClientMessage, clientMessageSchema } from "./messages"
import { handshakeLength, respond } from "./noise/nnpsk0"
import { type OpeningHeader, prologueOf, readOpening } from "./opening"
import { maxFrameBytes } from "./version"

export type BridgeSession = LinkSession<ClientMessage, BridgeMessage>

/** Finds the 32-byte key that an opening promises to prove; null when there is none. */
export type FindKey = (header: OpeningHeader) => Promise<Bytes | null>

/**
 * The bridge's side of the link. It waits for the opening, asks `findKey`, and answers.
 *
 * `ready` does **not** mean that the client proved its key: an opening can be a replay. The first `message`
 * does, since only the holder of the opening's ephemeral key can seal it.
 */
export function startBridgeSession(findKey: FindKey, events: SessionEvents<ClientMessage>): BridgeSession {
  return new LinkSession<ClientMessage, BridgeMessage>(answerWith(findKey), traffic, events)
}

const traffic = {
  schema: clientMessageSchema,
  maxIncomingBytes: maxFrameBytes,
  // A client says a heartbeat now and then: this many frames in waiting are no use, only memory.
  maxWaiting: 32,
}

function answerWith(findKey: FindKey): Handshake {
  return async (frame) => {
    if (typeof frame !== "string") throw new LinkFailure("out-of-turn")
    const { header, noise } = readOpening(frame)
    if (noise.length !== handshakeLength) throw new LinkFailure("opening-malformed")
    const psk = await findKey(header)
    if (psk === null) throw new LinkFailure("key-unknown")
    return respond({ psk, prologue: prologueOf(header) }, noise)
  }
}
