import { expect, test } from "vitest"
import type { ReaderEvent, ReaderPort } from "../readers/port"
import { Simulator, simulatedSlots } from "../readers/simulator"
import { deck } from "../training/cards/deck"
import { cardsPresent, type Patience } from "./cards-present"

const patience: Patience = { limitMs: 300, cardMs: 20, emptyMs: 40, nothingMs: 60 }

/** A port that tells these events, one after the other, and knows nothing else. */
function telling(...events: ReaderEvent[]): ReaderPort {
  return {
    start: (onEvent) => events.forEach(onEvent),
    stop: () => Promise.resolve(),
    withCard: () => Promise.reject(new Error("nobody asked for a card")),
  }
}

test("two readers and a card, are told with its answer to reset", async () => {
  const simulator = new Simulator()
  simulator.insert("family")
  const { trouble, readers, cards } = await cardsPresent(simulator, patience)
  expect([trouble, readers]).toEqual([null, simulatedSlots])
  expect(cards).toMatchObject([{ reader: simulatedSlots[0], atr: deck.family.image.atr }])
})

test("a card that comes while empty readers are waited for, is told", async () => {
  const simulator = new Simulator()
  const present = cardsPresent(simulator, { ...patience, emptyMs: null })
  setTimeout(() => simulator.insert("single"), 100)
  expect((await present).cards).toHaveLength(1)
})

test("a card pulled out later, ends its signal", async () => {
  const simulator = new Simulator()
  simulator.insert("family")
  const [card] = (await cardsPresent(simulator, patience)).cards
  expect(card?.gone.aborted).toBe(false)
  simulator.remove()
  expect(card?.gone.aborted).toBe(true)
})

test("a mute card, is there without an answer to reset", async () => {
  const port = telling(
    { type: "service", trouble: null },
    { type: "reader-added", reader: "A" },
    { type: "card-mute", reader: "A" },
  )
  expect((await cardsPresent(port, patience)).cards).toMatchObject([{ reader: "A", atr: null }])
})

test.each([
  ["no service", { type: "service", trouble: "no-reader-service" } as const, "no-reader-service"],
  ["no library", { type: "service", trouble: "no-reader-library" } as const, "no-reader-library"],
  ["no reader", { type: "service", trouble: null } as const, "no-reader"],
])("%s, is said before the limit", async (_, event, trouble) => {
  const started = performance.now()
  expect(await cardsPresent(telling(event), patience)).toEqual({ trouble, readers: [], cards: [] })
  expect(performance.now() - started).toBeLessThan(patience.limitMs)
})

test("a service that goes away, takes its readers and cards with it", async () => {
  const port = telling(
    { type: "service", trouble: null },
    { type: "reader-added", reader: "A" },
    { type: "card-inserted", reader: "A", atr: deck.family.image.atr },
    { type: "service", trouble: "no-reader-service" },
  )
  expect(await cardsPresent(port, patience)).toEqual({ trouble: "no-reader-service", readers: [], cards: [] })
})
