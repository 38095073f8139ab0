import { expect, test } from "vitest"
import { type Bytes, joinBytes } from "../bytes"
import { type KeyPair, sharedSecret } from "./diffie-hellman"
import { initiate, protocolName, respond } from "./nnpsk0"
import { SealedSession } from "./session"
import file from "./vectors.json"

const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")

/** WebCrypto takes a raw private key only in its PKCS#8 wrapping (RFC 8410 §7). */
async function fixedKeyPair(hex: string): Promise<KeyPair> {
  const pkcs8 = joinBytes(fromHex("302e020100300506032b656e04220420"), fromHex(hex))
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "X25519" }, false, ["deriveBits"])
  // The public key is the private key times the base point, 9 (RFC 7748 §6.1).
  const basePoint = joinBytes(Uint8Array.of(9), new Uint8Array(31))
  const publicKey = await sharedSecret({ privateKey, publicKey: basePoint }, basePoint)
  return { privateKey, publicKey }
}

type Vector = (typeof file.vectors)[number]

async function play(vector: Vector) {
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
  for (const [index, payload] of rest.entries()) {
    const frame = await sides[index % 2 === 0 ? 0 : 1].seal(payload)
    expect(await sides[index % 2 === 0 ? 1 : 0].open(frame)).toEqual(payload)
    frames.push(frame)
  }
  return {
    initiatorHash: toHex(initiator.handshakeHash),
    responderHash: toHex(responder.handshakeHash),
    payloads: [toHex(responder.payload), toHex(initiator.payload)],
    messages: [initiation.message, responder.answer, ...frames].map(toHex),
  }
}

for (const vector of file.vectors) {
  test(`noise, vector "${vector.name}", both roles say and hear it byte by byte`, async () => {
    const played = await play(vector)
    expect(played.messages).toEqual(vector.messages.map(({ ciphertext }) => ciphertext))
    expect(played.initiatorHash).toBe(vector.handshakeHash)
    expect(played.responderHash).toBe(vector.handshakeHash)
    expect(played.payloads).toEqual(vector.messages.slice(0, 2).map(({ payload }) => payload))
  })
}

test("noise, vectors, are of the protocol that we speak", () => {
  expect(file.protocol).toBe(protocolName)
})
