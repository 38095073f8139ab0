import * as fc from "fast-check"
import { expect, test } from "vitest"
import { startBridgeSession } from "./bridge-session"
import { type Bytes, randomBytes, utf8 } from "./bytes"
import { type ClientCredential, helloOfClient, pairedCredential, startClientSession } from "./client-session"
import type { LinkFailure } from "./link-failure"
import type { IncomingFrame, OutgoingFrame } from "./link-session"
import type { BridgeMessage, ClientMessage } from "./messages"
import { initiate, respond } from "./noise/nnpsk0"
import { SealedSession } from "./noise/session"
import { type OpeningHeader, prologueOf, writeOpening } from "./opening"
import { generatePairingCode, pairingKey } from "./pairing-code"
import { maxFrameBytes } from "./version"

const secret = randomBytes(32)
const credential: ClientCredential = { key: "client", client: "0123456789abcdef", secret }
const findKey = async () => secret

type Heard<Message> = {
  frames: OutgoingFrame[]
  messages: Message[]
  ready: boolean
  failure: LinkFailure | null
}
const deaf = <Message>(): Heard<Message> => ({ frames: [], messages: [], ready: false, failure: null })

/** Both sides joined as a socket would; `onTheWay` may change or drop what the client or the bridge said. */
function joined(
  options: {
    credential?: ClientCredential
    findKey?: (header: OpeningHeader) => Promise<Bytes | null>
    onTheWay?: (frame: OutgoingFrame, from: "client" | "bridge") => IncomingFrame | null
  } = {},
) {
  const onTheWay = options.onTheWay ?? ((frame) => frame)
  const atClient = deaf<BridgeMessage>()
  const atBridge = deaf<ClientMessage>()
  const listen = <Message>(heard: Heard<Message>, deliver: (frame: OutgoingFrame) => void) => ({
    transmit: (frame: OutgoingFrame) => {
      heard.frames.push(frame)
      deliver(frame)
    },
    ready: () => {
      heard.ready = true
    },
    message: (message: Message) => {
      heard.messages.push(message)
    },
    failed: (failure: LinkFailure) => {
      heard.failure = failure
    },
  })
  const bridge = startBridgeSession(
    options.findKey ?? findKey,
    listen(atBridge, (frame) => {
      const arriving = onTheWay(frame, "bridge")
      if (arriving !== null) client.receive(arriving)
    }),
  )
  const client = startClientSession(
    options.credential ?? credential,
    listen(atClient, (frame) => {
      const arriving = onTheWay(frame, "client")
      if (arriving !== null) bridge.receive(arriving)
    }),
  )
  return { client, bridge, atClient, atBridge }
}

const settled = (check: () => void) => expect.poll(() => attempt(check), { interval: 2 }).toBe("settled")
const attempt = (check: () => void) => {
  check()
  return "settled"
}

test("link, a paired client, says hello and is heard", async () => {
  const { client, bridge, atClient, atBridge } = joined()
  await client.send(helloOfClient)
  await settled(() => expect(atBridge.messages).toEqual([helloOfClient]))
  await bridge.send({ type: "pong" })
  await settled(() => expect(atClient.messages).toEqual([{ type: "pong" }]))
})

test("link, a client with the pairing code, gets a key that opens the next session", async () => {
  const code = generatePairingCode()
  const pairing = joined({ credential: { key: "code", code }, findKey: () => pairingKey(code) })
  await pairing.client.send({ type: "pair", name: "Firefox" })
  await settled(() => expect(pairing.atBridge.messages).toHaveLength(1))
  const key = Buffer.from(secret).toString("base64url")
  await pairing.bridge.send({ type: "paired", client: "0123456789abcdef", key, name: "Firefox" })
  await settled(() => expect(pairing.atClient.messages).toHaveLength(1))
  const [paired] = pairing.atClient.messages
  if (paired?.type !== "paired") throw new Error("no key came")
  const next = joined({ credential: pairedCredential(paired) })
  await settled(() => expect(next.atClient.ready).toBe(true))
})

test("link, many messages sent at once both ways, arrive in order", async () => {
  const { client, bridge, atClient, atBridge } = joined()
  const snapshot = (sequence: number): BridgeMessage => ({
    type: "readers",
    sequence,
    state: { trouble: "no-reader", readers: [] },
  })
  const sent = Array.from({ length: 300 }, (_, sequence) => snapshot(sequence))
  client.send(helloOfClient)
  client.send({ type: "ping" })
  for (const message of sent) bridge.send(message)
  await settled(() => expect(atClient.messages).toEqual(sent))
  expect(atBridge.messages).toEqual([helloOfClient, { type: "ping" }])
})

test("link, a bridge that does not know the client, fails as key-unknown and answers nothing", async () => {
  const { atBridge, atClient } = joined({ findKey: async () => null })
  await settled(() => expect(atBridge.failure?.reason).toBe("key-unknown"))
  expect(atBridge.frames).toEqual([])
  expect(atClient.ready).toBe(false)
})

test("link, another key on the bridge, is refused", async () => {
  const { atBridge } = joined({ findKey: async () => randomBytes(32) })
  await settled(() => expect(atBridge.failure?.reason).toBe("handshake-refused"))
})

test.each([
  ["another client", { client: "0123456789abcdee" }],
  ["another kind of key", { key: "code", client: undefined }],
])("link, the header changed on the way to %s, is refused", async (_, change) => {
  const { atBridge } = joined({
    onTheWay: (frame) =>
      typeof frame === "string" ? JSON.stringify({ ...JSON.parse(frame), ...change }) : frame,
  })
  await settled(() => expect(atBridge.failure?.reason).toBe("handshake-refused"))
})

test.each([
  ["no JSON", "bonjour"],
  ["no object", "[]"],
  ["another version", JSON.stringify({ v: 2, key: "code", noise: "aaaa" })],
  ["a client key without client", JSON.stringify({ v: 1, key: "client", noise: "aaaa" })],
  ["a code with a client", JSON.stringify({ v: 1, key: "code", client: "0123456789abcdef", noise: "aaaa" })],
  ["a short handshake", JSON.stringify({ v: 1, key: "code", noise: "aaaa" })],
  ["a handshake that is no base64url", JSON.stringify({ v: 1, key: "code", noise: "a" })],
])("link, an opening with %s, is malformed", async (_, frame) => {
  const { atBridge } = joined({ onTheWay: (sent) => (typeof sent === "string" ? frame : sent) })
  await settled(() => expect(atBridge.failure?.reason).toBe("opening-malformed"))
})

test("link, an opening in bytes or an answer in text, is out of turn", async () => {
  const bytes = joined({ onTheWay: (frame) => (typeof frame === "string" ? utf8(frame) : frame) })
  await settled(() => expect(bytes.atBridge.failure?.reason).toBe("out-of-turn"))
  const text = joined({ onTheWay: (frame) => (typeof frame === "string" ? frame : "hello") })
  await settled(() => expect(text.atClient.failure?.reason).toBe("out-of-turn"))
})

test("link, a text frame inside the session, is out of turn", async () => {
  const { bridge, atBridge, atClient } = joined()
  await settled(() => expect(atClient.ready).toBe(true))
  bridge.receive(JSON.stringify({ type: "ping" }))
  await settled(() => expect(atBridge.failure?.reason).toBe("out-of-turn"))
})

test("link, a frame longer than allowed, is refused before it is opened", async () => {
  const { bridge, atBridge, atClient } = joined()
  await settled(() => expect(atClient.ready).toBe(true))
  bridge.receive(new Uint8Array(maxFrameBytes + 1))
  await settled(() => expect(atBridge.failure?.reason).toBe("frame-too-long"))
})

test("link, a snapshot of many families, may be long; another message as long may not", async () => {
  const holder = { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: "275126322074974" }
  const holders = Array.from({ length: 20 }, (_, rank) => ({ rank: rank + 1, ...holder }))
  const stay = { insertion: "0011223344556677", serial: null, validFrom: null, unknownTags: [] }
  const card = { kind: "vitale" as const, ...stay, holders }
  const readers = Array.from({ length: 16 }, (_, slot) => ({ name: `Lecteur ${slot}`, card }))
  const snapshot: BridgeMessage = { type: "readers", sequence: 1, state: { trouble: null, readers } }
  expect(JSON.stringify(snapshot).length).toBeGreaterThan(maxFrameBytes)
  const heard = joined()
  await heard.bridge.send(snapshot)
  await settled(() => expect(heard.atClient.messages).toEqual([snapshot]))

  const saying = joined()
  const long = { type: "pong", padding: "x".repeat(maxFrameBytes) } as BridgeMessage
  await saying.bridge.send(long)
  await settled(() => expect(saying.atBridge.failure?.reason).toBe("frame-too-long"))

  // From a bridge that seals what ours never would: the client does not take it either.
  const header: OpeningHeader = { key: "client", client: "0123456789abcdef" }
  const failure = await new Promise<LinkFailure>((resolve) => {
    const client = startClientSession(credential, {
      transmit: async (opening) => {
        const { noise } = JSON.parse(String(opening))
        const first = new Uint8Array(Buffer.from(noise, "base64url"))
        const { answer, ...ciphers } = await respond({ psk: secret, prologue: prologueOf(header) }, first)
        client.receive(answer)
        client.receive(await new SealedSession(ciphers).seal(utf8(JSON.stringify(long))))
      },
      ready: () => undefined,
      message: () => undefined,
      failed: resolve,
    })
  })
  expect(failure.reason).toBe("frame-too-long")
})

test("link, a client that sends faster than frames can be opened, is cut off", async () => {
  const { bridge, atBridge, atClient } = joined()
  await settled(() => expect(atClient.ready).toBe(true))
  for (let frame = 0; frame < 100; frame += 1) bridge.receive(new Uint8Array(64))
  expect(atBridge.failure?.reason).toBe("flooded")
})

test.each([
  ["malformed JSON", "{"],
  ["text that is no UTF-8", null],
  ["an unknown type", JSON.stringify({ type: "open-sesame" })],
  ["a wrong shape", JSON.stringify({ type: "hello", protocol: 1, product: "0.1.0" })],
  ["no object", "null"],
])("link, an authentic frame that holds %s, is a bad message", async (_, text) => {
  // A client of our own making, so that it can seal what ours never would.
  const header: OpeningHeader = { key: "client", client: "0123456789abcdef" }
  const rogue = await initiate({ psk: secret, prologue: prologueOf(header) })
  const atBridge = await new Promise<LinkFailure>((resolve) => {
    const bridge = startBridgeSession(findKey, {
      transmit: async (answer) => {
        const session = new SealedSession(await rogue.finish(answer as Bytes))
        bridge.receive(await session.seal(text === null ? Uint8Array.of(0xff, 0xfe) : utf8(text)))
      },
      ready: () => undefined,
      message: () => undefined,
      failed: resolve,
    })
    bridge.receive(writeOpening(header, rogue.message))
  })
  expect(atBridge.reason).toBe("bad-message")
})

test("link, after an end, hears and says nothing", async () => {
  const { client, bridge, atClient, atBridge } = joined()
  await settled(() => expect(atClient.ready).toBe(true))
  client.end()
  await client.send({ type: "ping" })
  await bridge.send({ type: "pong" })
  expect(atClient).toMatchObject({ messages: [], failure: null })
  expect(atBridge.messages).toEqual([])
})

test("link, any frames at any moment, are a typed failure and never an exception", async () => {
  const frame = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((view) => new Uint8Array(view)),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 4 }), fc.boolean(), async (frames, early) => {
      const { bridge, atBridge, atClient } = joined({ onTheWay: (sent) => (early ? null : sent) })
      if (!early) await settled(() => expect(atClient.ready).toBe(true))
      for (const one of frames) bridge.receive(one)
      await settled(() => expect(atBridge.failure).not.toBeNull())
      expect(atBridge.failure?.reason).not.toBe("internal")
    }),
    { numRuns: 100 },
  )
})
