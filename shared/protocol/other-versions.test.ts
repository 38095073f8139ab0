import { expect, test } from "vitest"
import { startBridgeSession } from "./bridge-session"
import { randomBytes } from "./bytes"
import { helloOfClient, startClientSession } from "./client-session"
import { type BridgeMessage, type ClientMessage, isOfUnknownType } from "./messages"
import { maxFrameBytes } from "./version"

/** What a peer of another version may say: sessions seal whatever they are given. */
type Said = { type: string } & Record<string, unknown>

/** What both sides hear of what the other says, and why a side that did not bear it ended. */
async function talk(said: { byBridge?: Said[]; byClient?: Said[] }) {
  const secret = randomBytes(32)
  const heard = { byClient: [] as BridgeMessage[], byBridge: [] as ClientMessage[], ended: [] as string[] }
  const bridge = startBridgeSession(async () => secret, {
    transmit: (frame) => client.receive(frame),
    ready: () => undefined,
    message: (message) => void heard.byBridge.push(message),
    failed: ({ reason }) => void heard.ended.push(`bridge: ${reason}`),
  })
  const client = startClientSession(
    { key: "client", client: "0123456789abcdef", secret },
    {
      transmit: (frame) => bridge.receive(frame),
      ready: () => undefined,
      message: (message) => void heard.byClient.push(message),
      failed: ({ reason }) => void heard.ended.push(`client: ${reason}`),
    },
  )
  for (const message of said.byBridge ?? []) await bridge.send(message as BridgeMessage)
  for (const message of said.byClient ?? []) await client.send(message as ClientMessage)
  await client.drained()
  await bridge.drained()
  return heard
}

test("newer bridge, says something of a type that the client does not know, is heard on", async () => {
  const heard = await talk({
    byBridge: [{ type: "reader-firmware", name: "Lecteur 1", update: true }, { type: "pong" }],
  })
  expect(heard).toEqual({ byClient: [{ type: "pong" }], byBridge: [], ended: [] })
})

test("newer client, says something of a type that the bridge does not know, is refused", async () => {
  const heard = await talk({ byClient: [helloOfClient, { type: "eject-card", slot: 1 }] })
  expect(heard).toEqual({ byClient: [], byBridge: [helloOfClient], ended: ["bridge: bad-message"] })
})

test("newer peers, add fields to messages of today, are understood without them", async () => {
  const heard = await talk({
    byBridge: [{ type: "pong", load: 0.2 }],
    byClient: [{ ...helloOfClient, capabilities: ["eject"] }],
  })
  expect(heard).toEqual({ byClient: [{ type: "pong" }], byBridge: [helloOfClient], ended: [] })
})

test.each<[string, Said]>([
  ["a message of today in another shape", { type: "error", code: "not-in-the-list" }],
  ["a type that is no name", { type: "Pong!" }],
])("bridge that says %s, is not heard on", async (_, message) => {
  expect(await talk({ byBridge: [message] })).toMatchObject({ ended: ["client: bad-message"] })
})

test("unknown message, is held to the length of any other", async () => {
  const frame = (padding: number) => ({ type: "news", padding: "x".repeat(padding) })
  const frameOver = JSON.stringify(frame(0)).length + 16
  // The session that seals has the same bound: what is longer fails at the one who says it.
  expect((await talk({ byBridge: [frame(maxFrameBytes - frameOver)] })).ended).toEqual([])
  expect((await talk({ byBridge: [frame(maxFrameBytes - frameOver + 1)] })).ended).toEqual([
    "bridge: frame-too-long",
  ])
})

test.each([
  ["of today", { type: "pong" }, false],
  ["of tomorrow", { type: "card-ejected" }, true],
  ["a property of every object", { type: "constructor" }, true],
  ["empty", { type: "" }, false],
  ["absent", {}, false],
  ["no text", { type: 7 }, false],
  ["of no object", null, false],
])("type that is %s, is told apart", (_, message, unknown) => {
  expect(isOfUnknownType(message)).toBe(unknown)
})
