/**
 * The extension's side of the link, on any socket. One session a socket; the credential says who we are.
 *
 *     const socket = new WebSocket(`ws://127.0.0.1:${port}${linkPath}`, subprotocol)
 *     socket.binaryType = "arraybuffer"
 *     socket.onopen = () => {
 *       const session = startClientSession(credential, {
 *         transmit: (frame) => socket.send(frame),
 *         ready: () => session.send(helloOfClient),         // the bridge has proved that it holds the key
 *         message: (message) => { … },                      // BridgeMessage, checked, in order
 *         failed: (failure) => socket.close(),              // failure.reason: for our own log
 *       })
 *       socket.onmessage = (event) => session.receive(event.data)
 *       socket.onclose = async (event) => { await session.drained(); session.end(); … }  // see `closeCodes`
 *     }
 *
 * Credentials: `{ key: "client", client, secret }` as `pairedCredential(message)` gives it and storage keeps
 * it; `{ key: "code", code }` once, to pair: send `{ type: "pair", name }` when ready, and the only answer is
 * `paired`, after which the bridge closes with `closeCodes.done`; then connect again as that client.
 *
 * A program that took the bridge's port never brings about `ready`, only a failed handshake
 * (`handshake-refused`) or silence: try the next of `linkPorts`. A bridge that refuses *us* closes with
 * `closeCodes.refused` before `ready` and never says why: an unknown or revoked client (`not-paired`), a
 * wrong, used or expired code (`pairing-refused`). Close codes travel in clear, so before `ready` they prove
 * nothing: forget a credential for `closeCodes.revoked` only when it comes after `ready`.
 *
 * After `hello`, ask `agreeOnProtocol({ bridge: message.protocol })`; a bridge that finds a mismatch says
 * `{ type: "error", code }` in place of its `hello`, and closes with `closeCodes.done`.
 */
import { fromBase64url } from "./base64url"
import type { Bytes } from "./bytes"
import { LinkFailure } from "./link-failure"
import { type Handshake, LinkSession, type SessionEvents } from "./link-session"
import { type BridgeMessage, bridgeMessageSchema, type ClientMessage, isOfUnknownType } from "./messages"
import { handshakeLength, type Initiation, initiate } from "./noise/nnpsk0"
import { type OpeningHeader, prologueOf, writeOpening } from "./opening"
import { type PairingCode, pairingKey } from "./pairing-code"
import { maxBridgeFrameBytes, productVersion, protocolRange } from "./version"

/** How a client proves who it is. `secret` is the 32-byte key that pairing gave. */
export type PairedCredential = { key: "client"; client: string; secret: Bytes }
export type ClientCredential = PairedCredential | { key: "code"; code: PairingCode }

export type ClientSession = LinkSession<BridgeMessage, ClientMessage>

/** The first message of a paired client. */
export const helloOfClient: ClientMessage = {
  type: "hello",
  protocol: protocolRange,
  product: productVersion,
}

/** What `paired` hands over, ready for the next session. */
export function pairedCredential(paired: { client: string; key: string }): PairedCredential {
  const secret = fromBase64url(paired.key)
  if (secret?.length !== 32) throw new LinkFailure("bad-message")
  return { key: "client", client: paired.client, secret }
}

/** Starts at once: `transmit` gets the opening as soon as the keys are made. */
export function startClientSession(
  credential: ClientCredential,
  events: SessionEvents<BridgeMessage>,
): ClientSession {
  const header: OpeningHeader =
    credential.key === "client" ? { key: "client", client: credential.client } : { key: "code" }
  const initiation = open(credential, header)
  const session = new LinkSession<BridgeMessage, ClientMessage>(answerTo(initiation), traffic, events)
  initiation.then(
    ({ message }) => session.transmitNow(writeOpening(header, message)),
    (cause) => session.fail(new LinkFailure("internal", { cause })),
  )
  return session
}

const traffic = {
  schema: bridgeMessageSchema,
  passesOver: isOfUnknownType,
  maxIncomingBytes: maxBridgeFrameBytes,
  // A burst of snapshots may well wait here while a worker wakes: the bridge, not we, drops who is slow.
  maxWaiting: Number.POSITIVE_INFINITY,
}

async function open(credential: ClientCredential, header: OpeningHeader): Promise<Initiation> {
  const psk = credential.key === "client" ? credential.secret : await pairingKey(credential.code)
  return initiate({ psk, prologue: prologueOf(header) })
}

/** The answer must be exactly a handshake message: ours carry no payload. */
function answerTo(initiation: Promise<Initiation>): Handshake {
  return async (frame) => {
    if (typeof frame === "string") throw new LinkFailure("out-of-turn")
    if (frame.byteLength !== handshakeLength) throw new LinkFailure("handshake-refused")
    return (await initiation).finish(new Uint8Array(frame))
  }
}
