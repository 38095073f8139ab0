import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { Desk } from "../../bridge/readers/desk"
import { PcscPort } from "../../bridge/readers/pcsc"
import { deck, people } from "../../bridge/training/cards/deck"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { type OnApdu, plugCard } from "../virtual-card/plug"

/** The whole card side against a real PC/SC daemon. An insertion takes up to 2 s, so there are few of them. */
let daemon: PcscDaemon
let desk: Desk
const states: ReadersState[] = []

beforeAll(async () => {
  daemon = await startPcscd()
  // The library reads it once, when it loads: before the port starts.
  process.env.PCSCLITE_CSOCK_NAME = daemon.socketName
  desk = new Desk(new PcscPort())
  desk.subscribe((state) => states.push(state))
  desk.start()
  await until((state) => state.readers.length === 2)
})

afterAll(async () => {
  await desk.stop()
  await daemon.stop()
})

/** The first state, from now on, that is what we wait for. */
async function until(isIt: (state: ReadersState) => boolean, limitMs = 20_000): Promise<ReadersState> {
  for (let waited = 0; waited < limitMs; waited += 20) {
    const state = desk.state()
    if (isIt(state)) return state
    await pause(20)
  }
  throw new Error(`Waited ${limitMs} ms in vain`)
}

async function cardIn(slot: 0 | 1): Promise<CardInReader | null> {
  const cardOf = (state: ReadersState) =>
    state.readers.find(({ name }) => name === daemon.readers[slot])?.card
  const state = await until((now) => {
    const card = cardOf(now)
    return card !== undefined && card !== null && card.kind !== "reading"
  })
  return cardOf(state) ?? null
}

const emptied = () => until(({ readers }) => readers.every(({ card }) => card === null))
const plug = (id: keyof typeof deck, slot: 0 | 1, onApdu?: OnApdu) =>
  plugCard(deck[id].image, daemon.ports[slot], onApdu)

test("pc/sc, two empty slots, are shown by their names", () => {
  expect(desk.state()).toEqual({
    trouble: null,
    readers: daemon.readers.map((name) => ({ name, card: null })),
  })
})

test("pc/sc, family card and unknown card in the two slots, are read and told apart, and their removal is seen", async () => {
  const [family, unknown] = [await plug("family", 0), await plug("unknown", 1)]
  expect(await cardIn(0)).toMatchObject({
    kind: "vitale",
    holders: [people.zoe, people.anthony, people.selene],
    serial: "01024576124",
  })
  expect(await cardIn(1)).toEqual({ kind: "unknown", atr: "3B751300009C02020102", reason: "card-unknown" })
  await Promise.all([family.remove(), unknown.remove()])
  await emptied()
})

test("pc/sc, card pulled out in the middle of the read, leaves nothing, and the next one is read", async () => {
  const from = states.length
  await plug("parent-child", 0, (count, answer) => (count === 5 ? "remove" : answer))
  await until(() => states.slice(from).some(({ readers }) => readers[0]?.card?.kind === "reading"))
  await emptied()
  expect(states.slice(from).some(({ readers }) => readers[0]?.card?.kind === "vitale")).toBe(false)
  const next = await plug("single", 0)
  expect(await cardIn(0)).toMatchObject({ kind: "vitale", holders: [people.catarina], serial: null })
  await next.remove()
  await emptied()
})

test("pc/sc, daemon killed and started again, is said, and the next card is read", async () => {
  await daemon.kill()
  await until(({ trouble, readers }) => trouble === "no-reader-service" && readers.length === 0)
  await daemon.restart()
  await until(({ trouble, readers }) => trouble === null && readers.length === 2)
  const card = await plug("single", 1)
  expect(await cardIn(1)).toMatchObject({ kind: "vitale", holders: [people.catarina] })
  await card.remove()
})
