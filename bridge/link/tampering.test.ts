import { afterEach, beforeEach, expect, test } from "vitest"
import { WebSocket, WebSocketServer } from "ws"
import { randomBytes } from "../../shared/protocol/bytes"
import { type ClientCredential, helloOfClient } from "../../shared/protocol/client-session"
import { closeCodes } from "../../shared/protocol/messages"
import { linkPath, subprotocol } from "../../shared/protocol/version"
import { answeringSquatter, answersOfAStranger } from "../../test/attack/squatters"
import { ourOrigin } from "../../test/attack/upgrade-request"
import type { FakeBrowser } from "./fake-browser"
import { TestLink, zoe } from "./test-link"

/** A frame on its way, as text or bytes. */
type Frame = string | Buffer
/** What the man in the middle sends on in the place of the n-th frame of one side (1 is the first); he keeps all. */
type Tamper = (frame: Frame, n: number, seen: Frame[]) => Frame[]

let link: TestLink
const men: WebSocketServer[] = []
beforeEach(async () => {
  link = await TestLink.start()
})
afterEach(async () => {
  for (const man of men.splice(0)) {
    for (const victim of man.clients) victim.terminate()
    man.close()
  }
  await link.stop()
})

/**
 * Owns a port, speaks WebSocket to the browser and to the true bridge, and relays frame by frame: with real sockets
 * on both sides, so that only the sealing stands between him and the two.
 */
async function manInTheMiddle(tamper: { toBridge?: Tamper; toBrowser?: Tamper }) {
  const overheard: Frame[] = []
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false })
  men.push(server)
  server.on("connection", (victim) => {
    const bridge = new WebSocket(`ws://127.0.0.1:${link.port}${linkPath}`, subprotocol, {
      origin: ourOrigin,
      perMessageDeflate: false,
    })
    const relay = (from: WebSocket, to: WebSocket, change: Tamper = (frame) => [frame]) => {
      const seen: Frame[] = []
      const waiting: Frame[] = []
      const flush = () => {
        if (to.readyState === WebSocket.OPEN) for (const frame of waiting.splice(0)) to.send(frame)
      }
      to.on("open", flush)
      from.on("error", () => undefined)
      from.on("message", (data: Buffer, isBinary) => {
        const frame = isBinary ? Buffer.from(data) : data.toString("utf8")
        seen.push(frame)
        overheard.push(frame)
        waiting.push(...change(frame, seen.length, seen))
        flush()
      })
      from.on("close", (code) => {
        if (code >= 1000 && code !== 1005 && code !== 1006) to.close(code)
        else to.terminate()
      })
    }
    relay(victim, bridge, tamper.toBridge)
    relay(bridge, victim, tamper.toBrowser)
  })
  await new Promise((resolve) => server.once("listening", resolve))
  return { port: (server.address() as { port: number }).port, overheard }
}

async function browseThrough(tamper: Parameters<typeof manInTheMiddle>[0], credential?: ClientCredential) {
  const man = await manInTheMiddle(tamper)
  const browser = link.browse({ credential: credential ?? (await link.pairedClient()) }, man.port)
  return { browser, ...man }
}

/** Hello and so many pings, without waiting for a handshake that may never be. */
function say(browser: FakeBrowser, pings: number): void {
  void browser.session?.send(helloOfClient)
  for (let ping = 0; ping < pings; ping += 1) void browser.session?.send({ type: "ping" })
}

/** What the browser got in messages until its end, and how that end was told. */
async function untilEnd(browser: FakeBrowser) {
  const messages: string[] = []
  for (;;) {
    const happening = await browser.next()
    if (happening.what === "message") messages.push(happening.message.type)
    else if (happening.what === "failed") return { messages, end: happening.reason }
    else if (happening.what === "closed") return { messages, end: happening.code }
  }
}

const flipped = (frame: Frame, at: number): Frame => {
  const bytes = Buffer.from(frame as Buffer)
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1
  return bytes
}
/** The third frame of a browser is its first message after `hello`. */
const at = (n: number, change: (frame: Frame, seen: Frame[]) => Frame[]): Tamper => {
  return (frame, which, seen) => (which === n ? change(frame, seen) : [frame])
}
const opening = (frame: Frame) => JSON.parse(String(frame))
const reopened = (change: object) => (frame: Frame) => [JSON.stringify({ ...opening(frame), ...change })]

/** Each way to tamper on the way to the bridge, and the reason that the bridge writes in its own log, and nowhere else. */
const ways: [string, Tamper, string][] = [
  ["replay of a message", at(3, (frame) => [frame, frame]), "frame-forged"],
  ["a message left out", at(3, () => []), "frame-forged"],
  [
    "reordering of two messages",
    (frame, n, seen) => (n === 3 ? [] : n === 4 ? [frame, seen[2] ?? ""] : [frame]),
    "frame-forged",
  ],
  [
    "truncation of a message by a byte",
    at(3, (frame) => [(frame as Buffer).subarray(0, -1)]),
    "frame-forged",
  ],
  ["truncation of a message to nothing", at(3, () => [Buffer.alloc(0)]), "frame-forged"],
  [
    "a byte more behind a message",
    at(3, (frame) => [Buffer.concat([frame as Buffer, Buffer.alloc(1)])]),
    "frame-forged",
  ],
  ["one bit of a message", at(3, (frame) => [flipped(frame, 2)]), "frame-forged"],
  ["one bit of its tag", at(3, (frame) => [flipped(frame, (frame as Buffer).length - 1)]), "frame-forged"],
  ["a message of his own in between", at(3, (frame) => [randomBytes(40) as Buffer, frame]), "frame-forged"],
  ["a message of his own in clear", at(3, () => ['{"type":"read-again"}']), "out-of-turn"],
  ["downgrade to an older opening", at(1, reopened({ v: 0 })), "opening-malformed"],
  ["downgrade to an opening of the future", at(1, reopened({ v: 2 })), "opening-malformed"],
  ["another client's name in the opening", at(1, reopened({ client: "0123456789abcdef" })), "key-unknown"],
  ["an opening turned into a pairing", at(1, reopened({ key: "code", client: undefined })), "key-unknown"],
  ["one bit of the opening's ephemeral key", at(1, (frame) => [otherNoise(frame, 0)]), "handshake-refused"],
  ["one bit of the opening's tag", at(1, (frame) => [otherNoise(frame, 47)]), "handshake-refused"],
]

function otherNoise(frame: Frame, where: number): string {
  const noise = Buffer.from(opening(frame).noise, "base64url")
  return JSON.stringify({ ...opening(frame), noise: (flipped(noise, where) as Buffer).toString("base64url") })
}

test.each(ways)(
  "man in the middle, %s, ends in the one generic answer and a typed reason in our own log",
  async (_, toBridge, reason) => {
    const { browser } = await browseThrough({ toBridge })
    say(browser, 2)
    expect((await untilEnd(browser)).end).toBe(closeCodes.refused)
    expect(link.reasons()).toContain(reason)
    expect(link.readers.readAgains).toBe(0)
  },
)

test("man in the middle, one bit of another client's opening swapped in, is refused the same way", async () => {
  const other = await link.pairedClient("Autre poste")
  const { browser } = await browseThrough({ toBridge: at(1, reopened({ client: other.client })) })
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.refused })
  expect(link.reasons()).toContain("handshake-refused")
})

test.each<[string, Tamper]>([
  ["replay", at(3, (frame) => [frame, frame])],
  ["a frame left out", at(3, () => [])],
  ["reordering", (frame, n, seen) => (n === 3 ? [] : n === 4 ? [frame, seen[2] ?? ""] : [frame])],
  ["truncation", at(3, (frame) => [(frame as Buffer).subarray(0, -1)])],
  ["one bit", at(3, (frame) => [flipped(frame, 0)])],
  [
    "a card of his own",
    at(3, () => [Buffer.from(JSON.stringify({ type: "readers", sequence: 1, state: zoe }))]),
  ],
])(
  "man in the middle, %s on the way to the browser, is never shown and ends the session",
  async (_, toBrowser) => {
    const { browser } = await browseThrough({ toBrowser })
    link.readers.show(zoe)
    say(browser, 3)
    const { messages, end } = await untilEnd(browser)
    expect(end).toBe("frame-forged")
    // The answer to the opening is frame 1, hello frame 2, the card frame 3: once at the most, and nothing behind it.
    expect([["hello"], ["hello", "readers"]]).toContainEqual(messages)
  },
)

test("man in the middle, what a side said sent back to it, is known for its own and ends the session", async () => {
  const said: Frame[] = []
  const { browser } = await browseThrough({
    toBridge: (frame) => [said[said.push(frame) - 1] ?? ""],
    toBrowser: at(2, () => [said[1] ?? ""]),
  })
  await browser.session?.send(helloOfClient)
  expect((await untilEnd(browser)).end).toBe("frame-forged")

  const heard: Frame[] = []
  const other = await browseThrough({
    toBrowser: (frame) => [heard[heard.push(frame) - 1] ?? ""],
    toBridge: at(3, () => [heard[1] ?? ""]),
  })
  await other.browser.session?.send(helloOfClient)
  await expect.poll(() => heard.length).toBeGreaterThan(2)
  await other.browser.session?.send({ type: "ping" })
  expect((await untilEnd(other.browser)).end).toBe(closeCodes.refused)
  expect(link.reasons()).toContain("frame-forged")
})

test.each([1, 2, 3, 5, 8, 13])(
  "man in the middle, who relays %i frames and then tampers, got nothing by his patience",
  async (patience) => {
    const pings = 15
    const tamper: Tamper = (frame, n) => (n <= patience ? [frame] : [flipped(frame, n)])
    const { browser, overheard } = await browseThrough({ toBridge: tamper })
    say(browser, pings)
    const { messages, end } = await untilEnd(browser)
    expect(end).toBe(closeCodes.refused)
    // The opening and hello are the first two that he let pass; no ping was answered but the others among them.
    const pongs = messages.filter((type) => type === "pong")
    expect(pongs.length).toBeLessThanOrEqual(Math.max(0, patience - 2))
    const wire = overheard.map((frame) => Buffer.from(frame).toString("latin1")).join("\n")
    for (const word of ["hello", "ping", "pong", "readers"]) expect(wire).not.toContain(word)
  },
)

test("man in the middle, who relays a whole pairing, does not learn the key that it hands over", async () => {
  const code = await link.pairing.offer()
  const { browser, overheard } = await browseThrough({}, { key: "code", code })
  await browser.session?.send({ type: "pair", name: "Firefox" })
  expect(await browser.message()).toMatchObject({ type: "paired", name: "Firefox" })
  const [record] = await link.clients.list()
  const wire = Buffer.concat(overheard.map((frame) => Buffer.from(frame)))
  for (const secret of [record?.key ?? "?", record?.id ?? "?", code, "Firefox"])
    expect(wire.includes(secret)).toBe(false)
  expect(wire.includes(Buffer.from(record?.key ?? "?", "base64url"))).toBe(false)
})

test.each(Object.entries(answersOfAStranger))(
  "man in the middle, who answers by himself with %s, is never trusted with a message",
  async (_, answer) => {
    const man = await answeringSquatter(answer)
    try {
      const browser = link.browse({ credential: await link.pairedClient() }, man.port)
      say(browser, 1)
      const { messages, end } = await untilEnd(browser)
      expect(messages).toEqual([])
      expect(["handshake-refused", "weak-point", "out-of-turn"]).toContain(end)
      // The opening, and not one frame more.
      expect(man.heard).toHaveLength(1)
    } finally {
      await man.close()
    }
  },
)
