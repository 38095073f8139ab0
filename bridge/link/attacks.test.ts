import { writeFile } from "node:fs/promises"
import { connect, createServer, type Server } from "node:net"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { randomBytes } from "../../shared/protocol/bytes"
import { type ClientCredential, helloOfClient } from "../../shared/protocol/client-session"
import { closeCodes } from "../../shared/protocol/messages"
import { generatePairingCode } from "../../shared/protocol/pairing-code"
import { maxFrameBytes } from "../../shared/protocol/version"
import { upgradeRequest } from "../../test/attack/upgrade-request"
import { exchange, framesOf, rawFrame, saidTo, statusOf } from "../../test/attack/wire"
import { maxStrangers } from "./gate"
import { emptyDesk, TestLink, zoe } from "./test-link"

let link: TestLink
beforeEach(async () => {
  link = await TestLink.start()
})
afterEach(() => link.stop())

test("link, what goes over the wire, shows nothing of the card", async () => {
  link.readers.show(zoe)
  const browser = await link.served(await link.pairedClient())
  const wire = browser.wire.map((frame) => Buffer.from(frame as string).toString("latin1")).join("\n")
  expect(wire).toContain("noise")
  for (const secret of ["ADRUN", "ZOE", "275126322074974", "readers"]) expect(wire).not.toContain(secret)
})

test("link, a wrong pairing code three times, cancels the code; a new one pairs", async () => {
  const code = await link.pairing.offer()
  for (let wrong = 0; wrong < 3; wrong += 1) {
    const guess = link.browse({ credential: { key: "code", code: generatePairingCode() } })
    expect(await guess.end()).toEqual({ what: "closed", code: closeCodes.refused })
  }
  const late = link.browse({ credential: { key: "code", code } })
  expect(await late.end()).toEqual({ what: "closed", code: closeCodes.refused })

  const next = link.browse({ credential: { key: "code", code: await link.pairing.offer() } })
  await next.session?.send({ type: "pair", name: "Firefox" })
  expect(await next.message()).toMatchObject({ type: "paired" })
})

test("link, a pairing code, pairs one browser even when two use it at once", async () => {
  const code = await link.pairing.offer()
  const both = [
    link.browse({ credential: { key: "code", code } }),
    link.browse({ credential: { key: "code", code } }),
  ]
  for (const browser of both) await browser.session?.send({ type: "pair", name: "Firefox" })
  const codes = await Promise.all(both.map((browser) => browser.end()))
  expect(codes.map((end) => end.what === "closed" && end.code).sort()).toEqual([
    closeCodes.done,
    closeCodes.refused,
  ])
  expect(await link.clients.list()).toHaveLength(1)
})

test("link, every refused handshake, looks the same from outside", async () => {
  await link.pairing.offer()
  const known = await link.pairedClient()
  const wrongKey = { ...known, secret: randomBytes(32) } as ClientCredential
  const unknown: ClientCredential = { key: "client", client: "ffffffffffffffff", secret: randomBytes(32) }
  const wrongCode: ClientCredential = { key: "code", code: generatePairingCode() }
  for (const credential of [wrongKey, unknown, wrongCode]) {
    const browser = link.browse({ credential })
    expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.refused })
    expect(browser.wire).toHaveLength(1)
  }
  expect(link.reasons()).toEqual(["handshake-refused", "key-unknown"])
})

test.each([
  ["a web page", { origin: "https://www.dmp.fr" }, 403],
  ["another extension", { origin: `chrome-extension://${"a".repeat(32)}` }, 403],
  ["another path", { path: "/" }, 404],
  ["another subprotocol", { protocol: "dmp-bridge.v0" }, 400],
])("link, an upgrade by %s, is refused before any frame", async (_, options, status) => {
  expect(await link.browse(options).end()).toEqual({ what: "refused", status })
})

test.each([
  ["no JSON", "bonjour", closeCodes.refused],
  ["an opening in bytes", Buffer.from("{}"), closeCodes.refused],
  ["an oversized frame", "x".repeat(maxFrameBytes + 1), 1009],
])("link, a first frame that is %s, ends the connection and harms nobody else", async (_, frame, code) => {
  const neighbour = await link.served(await link.pairedClient())
  const browser = await link.browse().opened()
  browser.socket.send(frame)
  expect(await browser.end()).toEqual({ what: "closed", code })
  link.readers.show(zoe)
  expect(await neighbour.message()).toMatchObject({ type: "readers", sequence: 2 })
})

test("link, an opening that is replayed, gets an answer that helps nobody and no place", async () => {
  await link.restart({ handshakeMs: 300 })
  const honest = await link.served(await link.pairedClient())
  const replay = await link.browse().opened()
  replay.socket.send(String(honest.wire[0]))
  const answer = await new Promise((resolve) => replay.socket.once("message", resolve))
  expect(Buffer.from(answer as ArrayBuffer)).toHaveLength(48)
  // The recorded hello was sealed under the keys of another session.
  replay.socket.send(honest.wire[2] as Uint8Array)
  expect(await replay.end()).toEqual({ what: "closed", code: closeCodes.refused })
  expect(link.reasons()).toContain("frame-forged")
})

test("link, a replayed opening that stays silent, is shown out in time", async () => {
  await link.restart({ handshakeMs: 200 })
  const honest = await link.served(await link.pairedClient())
  const replay = await link.browse().opened()
  replay.socket.send(String(honest.wire[0]))
  expect(await replay.end()).toEqual({ what: "closed", code: closeCodes.refused })
  expect(link.reasons()).toEqual(["handshake-timeout"])
})

test("link, a handshake that never comes, is closed and frees its place", async () => {
  await link.restart({ handshakeMs: 200 })
  const silent = await Promise.all(Array.from({ length: maxStrangers }, () => link.browse().opened()))
  expect(await link.browse().end()).toEqual({ what: "refused", status: 503 })
  for (const browser of silent) {
    expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.refused })
  }
  await link.served(await link.pairedClient())
})

test("link, a man in the middle that relays, learns nothing and can change nothing", async () => {
  link.readers.show(zoe)
  const seen: Buffer[] = []
  let alter: (bytes: Buffer) => Buffer = (bytes) => bytes
  const man = await manInTheMiddle((bytes) => {
    seen.push(bytes)
    return alter(bytes)
  })
  const credential = await link.pairedClient()
  const { secret } = credential

  // The gate knows its own port: a relay must also forge the Host, which this one does.
  const browser = link.browse({ credential }, man.port)
  await browser.session?.send(helloOfClient)
  expect(await browser.message()).toMatchObject({ type: "hello" })
  expect(await browser.message()).toMatchObject({ type: "readers", sequence: 1 })
  const overheard = Buffer.concat(seen)
  for (const word of ["ADRUN", "2751263", "readers", Buffer.from(secret).toString("base64url")]) {
    expect(overheard.includes(word)).toBe(false)
  }
  expect(overheard.includes(Buffer.from(secret))).toBe(false)

  // One bit of the next frame to the browser: the browser ends the session.
  alter = (bytes) => Buffer.from(bytes).fill((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
  link.readers.show(emptyDesk)
  expect(await browser.next()).toEqual({ what: "failed", reason: "frame-forged" })
  man.server.close()
})

test("link, a program that took the port and does not know the key, is never ready", async () => {
  const squatter = await TestLink.start()
  const credential = await link.pairedClient()
  // Even with the client's name on its list: it has no key to go with it.
  const forged = { id: credential.client, name: "x", since: new Date().toISOString(), key: "A".repeat(43) }
  await writeFile(join(squatter.home, "clients", `${credential.client}.json`), JSON.stringify(forged))
  const browser = link.browse({ credential }, squatter.port)
  expect(await browser.next()).toEqual({ what: "closed", code: closeCodes.refused })
  await squatter.stop()
})

/** Sits on a port of its own, relays to the bridge, and shows the test all that the bridge says. */
async function manInTheMiddle(
  fromBridge: (bytes: Buffer) => Buffer,
): Promise<{ port: number; server: Server }> {
  const relay = createServer((victim) => {
    const bridge = connect(link.port, "127.0.0.1")
    const port = (relay.address() as { port: number }).port
    victim.on("data", (bytes) => {
      // Same length, as both ports have five digits, so nothing else of the request changes.
      const text = bytes.toString("latin1").replace(`127.0.0.1:${port}`, `127.0.0.1:${link.port}`)
      fromBridge(bytes)
      bridge.write(Buffer.from(text, "latin1"))
    })
    bridge.on("data", (bytes) => victim.write(fromBridge(bytes)))
    for (const [one, other] of [
      [victim, bridge],
      [bridge, victim],
    ] as const) {
      one.on("close", () => other.destroy())
      one.on("error", () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve))
  return { port: (relay.address() as { port: number }).port, server: relay }
}

test("link, refused peers that keep their half of the socket open, do not use up the places", async () => {
  const port = link.port
  const halfOpen = await Promise.all(
    Array.from({ length: 80 }, () => {
      const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true })
      socket.on("error", () => undefined)
      socket.write(
        `GET /dmp-bridge HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: https://exemple.invalid\r\n\r\n`,
      )
      return new Promise<typeof socket>((done) => {
        socket.once("data", () => done(socket))
        socket.once("close", () => done(socket))
      })
    }),
  )
  try {
    await link.served(await link.pairedClient())
  } finally {
    for (const socket of halfOpen) socket.destroy()
  }
})

test("link, compression offered, is not taken, and a compressed frame ends the connection", async () => {
  const deflate = {
    "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits, x-webkit-deflate-frame",
  }
  const request = upgradeRequest(link.port, { headers: deflate })
  const compressed = rawFrame({ opcode: 1, rsv: 4, payload: Buffer.from("y8jMyQcA", "base64") })
  const reply = await exchange(link.port, Buffer.concat([Buffer.from(request), compressed]))
  expect(statusOf(reply)).toBe(101)
  expect(reply.bytes.toString("latin1").toLowerCase()).not.toContain("extensions")
  expect(saidTo(reply)).toEqual([])
  // 1002: a protocol error, said before anything is unpacked.
  expect(framesOf(reply)[0]?.payload.readUInt16BE(0)).toBe(1002)
  expect(reply.closed).toBe(true)
})

test("link, a message in many fragments, ends the connection", async () => {
  const parts = Array.from({ length: 40 }, (_, n) =>
    rawFrame({ opcode: n ? 0 : 1, fin: false, payload: Buffer.from("x") }),
  )
  const reply = await exchange(link.port, Buffer.concat([Buffer.from(upgradeRequest(link.port)), ...parts]))
  expect(framesOf(reply)[0]?.payload.readUInt16BE(0)).toBe(1008)
})
