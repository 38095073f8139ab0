import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type Bytes, joinBytes, randomBytes, utf8 } from "../bytes"
import { CipherState } from "./cipher-state"
import { newKeyPair, publicKeyLength } from "./diffie-hellman"
import { handshakeLength, initiate, respond } from "./nnpsk0"
import { SealedSession } from "./session"

const psk = randomBytes(32)
const prologue = utf8("dmp-bridge.v1|code|")

async function established() {
  const initiation = await initiate({ psk, prologue })
  const responder = await respond({ psk, prologue }, initiation.message)
  const initiator = await initiation.finish(responder.answer)
  return { initiator: new SealedSession(initiator), responder: new SealedSession(responder) }
}

const flipped = (bytes: Bytes, bit: number): Bytes =>
  bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

test("handshake, same key and prologue, carries frames both ways", async () => {
  const { initiator, responder } = await established()
  expect(await responder.open(await initiator.seal(utf8("bonjour")))).toEqual(utf8("bonjour"))
  expect(await initiator.open(await responder.seal(utf8("au revoir")))).toEqual(utf8("au revoir"))
})

test("handshake, twice with the same key, never says the same bytes", async () => {
  const [first, second] = [await initiate({ psk, prologue }), await initiate({ psk, prologue })]
  expect(first.message).not.toEqual(second.message)
  const [one, other] = [
    await respond({ psk, prologue }, first.message),
    await respond({ psk, prologue }, first.message),
  ]
  expect(one.answer).not.toEqual(other.answer)
})

test("handshake, another psk, is refused by the responder", async () => {
  const { message } = await initiate({ psk: randomBytes(32), prologue })
  await expect(respond({ psk, prologue }, message)).rejects.toThrow("handshake-refused")
})

test("handshake, another prologue, is refused by the responder", async () => {
  const { message } = await initiate({ psk, prologue: utf8("dmp-bridge.v0|code|") })
  await expect(respond({ psk, prologue }, message)).rejects.toThrow("handshake-refused")
})

test("handshake, answer by somebody who holds another psk, is refused by the initiator", async () => {
  const initiation = await initiate({ psk, prologue })
  const foreign = randomBytes(32)
  const other = await respond(
    { psk: foreign, prologue },
    (await initiate({ psk: foreign, prologue })).message,
  )
  await expect(initiation.finish(other.answer)).rejects.toThrow("handshake-refused")
})

test("handshake, answer to another opening of the same client, is refused", async () => {
  const replayed = await respond({ psk, prologue }, (await initiate({ psk, prologue })).message)
  const initiation = await initiate({ psk, prologue })
  await expect(initiation.finish(replayed.answer)).rejects.toThrow("handshake-refused")
})

test("handshake, the opening sent back as the answer, is refused", async () => {
  const initiation = await initiate({ psk, prologue })
  await expect(initiation.finish(initiation.message)).rejects.toThrow("handshake-refused")
})

test("handshake, low-order ephemeral keys, are refused on both sides", async () => {
  // The points of order 1, 2 and 4 of curve25519 and their twins above p (RFC 7748 §7; cr.yp.to/ecdh.html).
  const top = (last: number, first: number) =>
    joinBytes(Uint8Array.of(first), new Uint8Array(30).fill(255), Uint8Array.of(last))
  const zero = new Uint8Array(publicKeyLength)
  const one = joinBytes(Uint8Array.of(1), new Uint8Array(31))
  for (const point of [zero, one, top(0x7f, 0xec), top(0x7f, 0xed), top(0x7f, 0xee)]) {
    const ephemeral = { ...(await newKeyPair()), publicKey: point }
    const opening = await initiate({ psk, prologue, ephemeral })
    await expect(respond({ psk, prologue }, opening.message)).rejects.toThrow("weak-point")

    const honest = await initiate({ psk, prologue })
    const answering = respond({ psk, prologue, ephemeral }, honest.message)
    await expect(honest.finish((await answering).answer)).rejects.toThrow(/weak-point|handshake-refused/)
  }
})

test("handshake, any bit of either message flipped, is refused", async () => {
  const bit = fc.integer({ min: 0, max: 8 * handshakeLength - 1 })
  await fc.assert(
    fc.asyncProperty(bit, fc.boolean(), async (where, inOpening) => {
      const initiation = await initiate({ psk, prologue })
      if (inOpening) {
        const altered = flipped(initiation.message, where)
        await expect(respond({ psk, prologue }, altered)).rejects.toThrow("handshake-refused")
      } else {
        const { answer } = await respond({ psk, prologue }, initiation.message)
        await expect(initiation.finish(flipped(answer, where))).rejects.toThrow("handshake-refused")
      }
    }),
    { numRuns: 200 },
  )
})

test("handshake, any bytes as opening or answer, are refused and never thrown otherwise", async () => {
  const bytes = fc.uint8Array({ maxLength: 2 * handshakeLength }).map((view) => new Uint8Array(view))
  await fc.assert(
    fc.asyncProperty(bytes, async (garbage) => {
      await expect(respond({ psk, prologue }, garbage)).rejects.toThrow(/^(handshake-refused|weak-point)$/)
      const initiation = await initiate({ psk, prologue })
      await expect(initiation.finish(garbage)).rejects.toThrow(/^(handshake-refused|weak-point)$/)
    }),
    { numRuns: 200 },
  )
})

test("session, a replayed frame, kills it", async () => {
  const { initiator, responder } = await established()
  const frame = await initiator.seal(utf8("one"))
  await responder.open(frame)
  await expect(responder.open(frame)).rejects.toThrow("frame-forged")
})

test("session, frames out of order, kill it", async () => {
  const { initiator, responder } = await established()
  const [first, second] = [await initiator.seal(utf8("one")), await initiator.seal(utf8("two"))]
  await expect(responder.open(second)).rejects.toThrow("frame-forged")
  await expect(responder.open(first)).rejects.toThrow("frame-forged")
})

test("session, a dropped frame, kills it at the next one", async () => {
  const { initiator, responder } = await established()
  await initiator.seal(utf8("lost"))
  await expect(responder.open(await initiator.seal(utf8("next")))).rejects.toThrow("frame-forged")
})

test("session, a frame reflected to its sender, kills it", async () => {
  const { initiator } = await established()
  await expect(initiator.open(await initiator.seal(utf8("mirror")))).rejects.toThrow("frame-forged")
})

test("session, a frame of another session with the same key, kills it", async () => {
  const [one, other] = [await established(), await established()]
  await expect(other.responder.open(await one.initiator.seal(utf8("x")))).rejects.toThrow("frame-forged")
})

test("session, any bit flipped or any end cut off, kills it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.boolean(), async (data, at, cut) => {
      const { initiator, responder } = await established()
      const frame = await initiator.seal(new Uint8Array(data))
      const altered = cut ? frame.slice(0, at % frame.length) : flipped(frame, at % (8 * frame.length))
      await expect(responder.open(altered)).rejects.toThrow("frame-forged")
      await expect(responder.open(frame)).rejects.toThrow("frame-forged")
    }),
    { numRuns: 200 },
  )
})

test("session, after a failure, gives its reason on every call in both directions", async () => {
  const { initiator, responder } = await established()
  await expect(responder.open(randomBytes(40))).rejects.toThrow("frame-forged")
  await expect(responder.seal(utf8("x"))).rejects.toThrow("frame-forged")
  await expect(responder.open(await initiator.seal(utf8("x")))).rejects.toThrow("frame-forged")
  expect(responder.failure?.reason).toBe("frame-forged")
})

test("session, counter used up, closes instead of using a counter twice", async () => {
  const key = randomBytes(32)
  const sending = await CipherState.keyedBy(key, 2)
  const session = new SealedSession({ sending, receiving: await CipherState.keyedBy(key) })
  await session.seal(utf8("one"))
  await session.seal(utf8("two"))
  await expect(session.seal(utf8("three"))).rejects.toThrow("exhausted")
})
