import { fromBase64url, toBase64url } from "../../shared/protocol/base64url"
import { type Bytes, joinBytes } from "../../shared/protocol/bytes"
import { type KeyPair, sharedSecret } from "../../shared/protocol/noise/diffie-hellman"
import { initiate, respond } from "../../shared/protocol/noise/nnpsk0"
import { SealedSession } from "../../shared/protocol/noise/session"
import type file from "../../shared/protocol/noise/vectors.json"
import { type PairingCode, pairingKey } from "../../shared/protocol/pairing-code"

export type Vector = (typeof file.vectors)[number]

const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

/** WebCrypto takes a raw private key only in its PKCS#8 wrapping (RFC 8410 §7). */
async function fixedKeyPair(hex: string): Promise<KeyPair> {
  const pkcs8 = joinBytes(fromHex("302e020100300506032b656e04220420"), fromHex(hex))
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "X25519" }, false, ["deriveBits"])
  // The public key is the private key times the base point, 9 (RFC 7748 §6.1).
  const basePoint = joinBytes(Uint8Array.of(9), new Uint8Array(31))
  const publicKey = await sharedSecret({ privateKey, publicKey: basePoint }, basePoint)
  return { privateKey, publicKey }
}

/** Plays one vector in both roles; gives every byte that was said, in hexadecimal. */
export async function play(vector: Vector) {
  const [first, second, ...rest] = vector.messages.map(({ payload }) => fromHex(payload))
  const common = { psk: fromHex(vector.psk), prologue: fromHex(vector.prologue) }
  const initiation = await initiate({
    ...common,
    payload: first ?? new Uint8Array(),
    ephemeral: await fixedKeyPair(vector.initiatorEphemeral),
  })
  const responder = await respond(
    {
      ...common,
      payload: second ?? new Uint8Array(),
      ephemeral: await fixedKeyPair(vector.responderEphemeral),
    },
    initiation.message,
  )
  const initiator = await initiation.finish(responder.answer)
  const sides = [new SealedSession(initiator), new SealedSession(responder)] as const
  const frames: Bytes[] = []
  const opened: Bytes[] = []
  for (const [index, payload] of rest.entries()) {
    const frame = await sides[index % 2 === 0 ? 0 : 1].seal(payload)
    opened.push(await sides[index % 2 === 0 ? 1 : 0].open(frame))
    frames.push(frame)
  }
  return {
    initiatorHash: toHex(initiator.handshakeHash),
    responderHash: toHex(responder.handshakeHash),
    payloads: [responder.payload, initiator.payload, ...opened].map(toHex),
    messages: [initiation.message, responder.answer, ...frames].map(toHex),
  }
}

/** The key of a pairing code, in hexadecimal; by way of base64url, which both sides write keys in. */
export async function keyOf(code: string): Promise<string> {
  return toHex(fromBase64url(toBase64url(await pairingKey(code as PairingCode))) ?? new Uint8Array())
}
