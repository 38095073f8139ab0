import { once } from "node:events"
import { createServer, type Socket } from "node:net"
import fc from "fast-check"
import { expect, onTestFinished, test } from "vitest"
import { fromHex, toHex } from "../../bridge/iso7816/bytes"
import { deck } from "../../bridge/training/cards/deck"
import { FrameReader, frame } from "./frames"
import { type OnApdu, plugCard } from "./plug"

/** A stand-in for the virtual reader: listens, and asks the card that comes. */
async function readerWith(onApdu?: OnApdu) {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const arrival = once(server, "connection")
  const card = await plugCard(deck.family.image, port, onApdu)
  const [socket] = (await arrival) as [Socket]
  onTestFinished(() => {
    socket.destroy()
    server.close()
  })
  const frames = new FrameReader()
  const ask = async (hex: string) => {
    socket.write(frame(fromHex(hex)))
    for (;;) {
      const [chunk] = (await once(socket, "data")) as [Uint8Array]
      const [message] = frames.push(chunk)
      if (message) return toHex(message)
    }
  }
  return { card, socket, ask }
}

test("virtual card, asked for its ATR, gives it", async () => {
  const { ask } = await readerWith()
  expect(await ask("04")).toBe(toHex(deck.family.image.atr))
})

test("virtual card, an APDU, is answered and counted; power and reset are not", async () => {
  const { ask, card, socket } = await readerWith()
  socket.write(frame(fromHex("01")))
  socket.write(frame(fromHex("02")))
  expect(await ask("00B0820004")).toMatch(/^65.{6}9000$/)
  expect(card.exchanges).toBe(1)
})

test("virtual card, removed, closes its connection", async () => {
  const { card, socket } = await readerWith()
  const closed = once(socket, "close")
  socket.resume()
  await card.remove()
  await card.remove()
  await closed
})

test("virtual card, told to leave at the second APDU, leaves then", async () => {
  const { ask, socket } = await readerWith((count, answer) => (count === 2 ? "remove" : answer))
  await ask("00B0820004")
  const closed = once(socket, "close")
  socket.write(frame(fromHex("00B0820004")))
  await closed
})

test("frames, a stream cut anywhere, gives the same messages", () => {
  const messages = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 })
  fc.assert(
    fc.property(messages, fc.array(fc.nat(400), { maxLength: 6 }), (sent, cuts) => {
      const stream = Uint8Array.from(sent.flatMap((message) => [...frame(message)]))
      const edges = [
        0,
        ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b),
        stream.length,
      ]
      const reader = new FrameReader()
      const got = edges.slice(1).flatMap((end, index) => reader.push(stream.subarray(edges[index], end)))
      expect(got).toEqual(sent)
    }),
  )
})
