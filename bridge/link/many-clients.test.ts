import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import type { ReadersState } from "../../shared/cards/readers"
import { helloOfClient, pairedCredential } from "../../shared/protocol/client-session"
import type { BridgeMessage } from "../../shared/protocol/messages"
import { Desk } from "../readers/desk"
import { Simulator } from "../readers/simulator"
import type { DeckCardId } from "../training/cards/deck"
import { Clients } from "./clients"
import { FakeBrowser } from "./fake-browser"
import { Pairing } from "./pairing"
import { startLinkServer } from "./server"

const clientCount = 20
const cardEvents = 1_000
const cards: DeckCardId[] = ["family", "parent-child", "single", "cps-doctor", "bank"]

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

/** The real server over the real desk and the simulated reader, and what the desk said, from the first state on. */
async function start() {
  const home = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
  cleanUp.push(() => rm(home, { recursive: true, maxRetries: 3 }))
  const quiet = () => undefined
  const simulator = new Simulator({ slots: ["Lecteur"] })
  const desk = new Desk(simulator)
  const [clients, pairing] = [await Clients.openIn(home, quiet), await Pairing.openIn(home, quiet)]
  desk.start()
  cleanUp.push(() => desk.stop())
  const server = await startLinkServer({
    readers: desk,
    clients,
    pairing,
    log: quiet,
    mode: "training",
    ports: [0],
  })
  cleanUp.push(() => server.close())
  const connect = async (name: string) => {
    const { id, key } = await clients.add(name)
    const credential = pairedCredential({ client: id, key })
    const browser = new FakeBrowser(server.port, { credential })
    cleanUp.push(() => browser.close())
    await browser.session?.send(helloOfClient)
    expect(await browser.message()).toMatchObject({ type: "hello" })
    return browser
  }
  return { simulator, desk, connect }
}

type Snapshot = Extract<BridgeMessage, { type: "readers" }>

/** The snapshots that this client has heard and nobody has looked at yet. */
function heard(browser: FakeBrowser): Snapshot[] {
  return browser.happened.flatMap((it) =>
    it.what === "message" && it.message.type === "readers" ? [it.message] : [],
  )
}

test(`link, ${clientCount} clients and ${cardEvents} card events, each hears every state once and in order`, {
  timeout: 60_000,
}, async () => {
  const { simulator, desk, connect } = await start()
  const browsers: FakeBrowser[] = []
  for (let n = 0; n < clientCount; n += 1) browsers.push(await connect(`Poste ${n}`))
  const said: ReadersState[] = []
  let settled: () => void = () => undefined
  cleanUp.push(
    desk.subscribe((state) => {
      said.push(state)
      if (state.readers[0]?.card?.kind !== "reading") settled()
    }),
  )
  for (let event = 0; event < cardEvents; event += 1) {
    const read = new Promise<void>((resolve) => {
      settled = resolve
    })
    const card = cards[(event / 2) % cards.length]
    if (card !== undefined) simulator.insert(card)
    else simulator.remove()
    await read
  }
  // An insertion is told as it begins and once it was read, a removal once; and first how it was.
  expect(said).toHaveLength(1 + (cardEvents / 2) * 3)
  for (const browser of browsers) {
    await expect.poll(() => heard(browser).length, { timeout: 20_000 }).toBe(said.length)
    expect(heard(browser).map(({ sequence }) => sequence)).toEqual(said.map((_, index) => index + 1))
    expect(heard(browser).map(({ state }) => state)).toEqual(said)
  }
})

test("link, a client that comes while cards come and go, starts with the present state and misses none after it", async () => {
  const { simulator, desk, connect } = await start()
  const said: ReadersState[] = []
  cleanUp.push(desk.subscribe((state) => said.push(state)))
  let coming = true
  const traffic = (async () => {
    while (coming) {
      simulator.insert("single")
      await new Promise((resolve) => setTimeout(resolve, 3))
      simulator.remove()
    }
  })()
  const browsers = await Promise.all(["A", "B", "C", "D"].map(connect))
  await new Promise((resolve) => setTimeout(resolve, 200))
  coming = false
  await traffic
  // Every empty reader looks the same: only a card that stays tells the last state from those before.
  simulator.insert("single")
  await expect.poll(() => said.at(-1)?.readers[0]?.card?.kind).toBe("vitale")
  for (const browser of browsers) {
    await expect.poll(() => heard(browser).at(-1)?.state).toEqual(said.at(-1))
    const states = heard(browser).map(({ state }) => state)
    expect(states.length).toBeGreaterThan(10)
    expect(states).toEqual(said.slice(-states.length))
    expect(heard(browser).map(({ sequence }) => sequence)).toEqual(states.map((_, index) => index + 1))
  }
})
