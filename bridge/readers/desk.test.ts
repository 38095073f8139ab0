import { describe, expect, onTestFinished, test, vi } from "vitest"
import { type CardInReader, type ReadersState, readersStateSchema } from "../../shared/cards/readers"
import { cps3Image } from "../training/cards/cps-image"
import type { DeckCardId } from "../training/cards/deck"
import { Desk } from "./desk"
import type { FaultKind } from "./fault"
import type { ReaderEvent, ReaderPort } from "./port"
import { Simulator, type SimulatorOptions } from "./simulator"

const [first, second] = ["Lecteur 1", "Lecteur 2"]

function openDesk(options: SimulatorOptions = {}) {
  const simulator = new Simulator({ slots: [first, second], ...options })
  const desk = new Desk(simulator)
  const states: ReadersState[] = []
  desk.subscribe((state) => states.push(state))
  desk.start()
  onTestFinished(() => desk.stop())
  const card = (name: string = first): CardInReader | null =>
    desk.state().readers.find((reader) => reader.name === name)?.card ?? null
  const settled = (name: string = first) =>
    vi.waitFor(() => {
      const now = card(name)
      if (!now || now.kind === "reading") throw new Error("not settled yet")
      return now
    })
  return { simulator, desk, states, card, settled }
}

test("desk, a card inserted, is said to be reading, then read", async () => {
  const { simulator, states, settled } = openDesk()
  simulator.insert("family")
  expect(states.at(-1)?.readers[0]?.card).toEqual({ kind: "reading" })
  expect(await settled()).toMatchObject({ kind: "vitale", serial: "01024576124", holders: { length: 3 } })
  for (const state of states) expect(readersStateSchema.safeParse(state).success).toBe(true)
})

test("desk, a new listener, gets the state at once and none after it left", async () => {
  const { simulator, desk, settled } = openDesk()
  simulator.insert("single")
  await settled()
  const seen = vi.fn()
  const leave = desk.subscribe(seen)
  expect(seen).toHaveBeenCalledExactlyOnceWith(desk.state())
  leave()
  simulator.remove()
  expect(seen).toHaveBeenCalledOnce()
})

test("desk, the same card inserted again, is another stay", async () => {
  const { simulator, settled } = openDesk()
  simulator.insert("single")
  const before = await settled()
  simulator.remove()
  simulator.insert("single")
  const after = await settled()
  expect(before.kind === "vitale" && after.kind === "vitale" && before.insertion !== after.insertion).toBe(
    true,
  )
})

test("desk, two slots, are read beside each other", async () => {
  const { simulator, settled } = openDesk({ exchangeMs: 2 })
  simulator.insert("family")
  simulator.insert("parent-child", { slot: second })
  expect(await settled(first)).toMatchObject({ holders: { length: 3 } })
  expect(await settled(second)).toMatchObject({ holders: { length: 2 } })
})

describe("desk, CPS and Vitale", () => {
  test.each([
    [first, second],
    [second, first],
  ])("the Vitale card in %s and the CPS in %s, are each found where they are", async (vitale, cps) => {
    const { simulator, settled, states } = openDesk({ exchangeMs: 1 })
    simulator.insert("family", { slot: vitale })
    simulator.insert("cps-doctor", { slot: cps })
    expect(await settled(vitale)).toMatchObject({ kind: "vitale", holders: { length: 3 } })
    expect(await settled(cps)).toMatchObject({
      kind: "cps",
      generation: "cps3",
      serial: "99000001",
      professional: {
        familyName: "FICTIVE-MARTIN",
        profession: { label: "Médecin", code: "10" },
        test: true,
      },
    })
    for (const state of states) expect(readersStateSchema.safeParse(state).success).toBe(true)
  })

  test.each<[DeckCardId, object]>([
    ["cps-nurse", { generation: "cps4", professional: { familyName: "ESSAI", profession: { code: "60" } } }],
    [
      "cpe-assistant",
      { professional: { familyName: "MODELE", profession: null, organisation: "CABINET MEDICAL FICTIF" } },
    ],
    ["cps-expired", { professional: { idNat: { kind: "adeli" }, validTo: "2022-02-28T23:59:59Z" } }],
    ["cps-contactless", { professional: null, reason: "cps-contactless" }],
    ["cps2ter", { professional: null, reason: "cps-old-generation" }],
  ])("%s, is a CPS", async (id, expected) => {
    const { simulator, settled } = openDesk()
    simulator.insert(id)
    expect(await settled()).toMatchObject({ kind: "cps", ...expected })
  })

  test("a CPS whose certificates are damaged, is still a CPS, and is read again when asked", async () => {
    const { simulator, desk, states, settled } = openDesk()
    const nothing = new Uint8Array()
    simulator.insert(cps3Image({ authentication: nothing, signature: nothing, serial: "99000001" }))
    expect(await settled()).toMatchObject({ kind: "cps", professional: null, reason: "card-unreadable" })
    const before = states.length
    desk.readAgain()
    await settled()
    expect(states.slice(before).map(({ readers }) => readers[0]?.card?.kind)).toEqual(["reading", "cps"])
  })

  test("a CPS that another program resets, is read again by itself", async () => {
    const { simulator, settled } = openDesk()
    simulator.insert("cps-doctor", { fault: { at: 5, kind: "reset" } })
    expect(await settled()).toMatchObject({ kind: "cps", professional: { givenName: "CAMILLE" } })
  })

  test("a CPS pulled out at any exchange, leaves an empty slot and no name", async () => {
    for (let at = 1; at <= 24; at++) {
      const { simulator, card, states } = openDesk()
      simulator.insert("cps-doctor", { fault: { at, kind: "removed" } })
      await vi.waitFor(() => expect(card()).toBeNull())
      expect(JSON.stringify(states)).not.toContain("FICTIVE")
    }
  })
})

describe("desk, cards that give no identity", () => {
  test.each<[DeckCardId, string]>([
    ["old-generation", "card-old-generation"],
    ["unknown", "card-unknown"],
    ["unreadable", "card-unreadable"],
    ["bank", "card-not-health"],
  ])("%s, is unknown with its reason and its ATR", async (id, reason) => {
    const { simulator, settled } = openDesk()
    simulator.insert(id)
    expect(await settled()).toMatchObject({ kind: "unknown", reason, atr: expect.stringMatching(/^3[BF]/) })
  })

  test("read again, after the fault has passed, is read", async () => {
    const { simulator, desk, settled } = openDesk()
    simulator.insert("single", { fault: { at: 2, kind: "timeout" } })
    expect(await settled()).toMatchObject({ kind: "unknown", reason: "card-timeout" })
    desk.readAgain()
    expect(await settled()).toMatchObject({ kind: "vitale" })
  })

  test("a mute card, says so and is not read again", () => {
    let say: (event: ReaderEvent) => void = () => undefined
    const withCard = vi.fn()
    const port: ReaderPort = { start: (onEvent) => (say = onEvent), stop: async () => undefined, withCard }
    const desk = new Desk(port)
    desk.start()
    say({ type: "reader-added", reader: first })
    say({ type: "card-mute", reader: first })
    expect(desk.state().readers[0]?.card).toEqual({ kind: "unknown", atr: "", reason: "card-mute" })
    desk.readAgain()
    expect(withCard).not.toHaveBeenCalled()
  })
})

describe("desk, a card pulled out while it is read", () => {
  const exchangesOfAFamilyRead = 12

  test.each(Array.from({ length: exchangesOfAFamilyRead }, (_, index) => index + 1))(
    "during exchange %i, leaves an empty slot and no identity, and the next card is read",
    async (at) => {
      const { simulator, states, card, settled } = openDesk()
      simulator.insert("family", { fault: { at, kind: "removed" } })
      await vi.waitFor(() => expect(card()).toBeNull())
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(states.some(({ readers }) => readers[0]?.card?.kind === "vitale")).toBe(false)
      simulator.insert("single")
      expect(await settled()).toMatchObject({ kind: "vitale", holders: { length: 1 } })
    },
  )

  test("and another put in at once, shows the other's holders only", async () => {
    const { simulator, states, settled } = openDesk({ exchangeMs: 2 })
    simulator.insert("family")
    await new Promise((resolve) => setTimeout(resolve, 10))
    simulator.insert("parent-child")
    expect(await settled()).toMatchObject({
      kind: "vitale",
      holders: [{ familyName: "DARK" }, { familyName: "NESSI" }],
    })
    const shown = states.flatMap(({ readers }) => readers[0]?.card ?? [])
    expect(JSON.stringify(shown)).not.toContain("ADRUN")
  })
})

describe("desk, faults during the read", () => {
  test.each<[FaultKind, string]>([
    ["cut", "card-unreadable"],
    [0x6f00, "card-unreadable"],
    [0x6982, "card-unreadable"],
  ])("%s from the reading of the numbers on, gives a reason and no identity", async (kind, reason) => {
    const { simulator, settled } = openDesk()
    simulator.insert("family", { fault: { at: 6, kind, lasting: true } })
    expect(await settled()).toMatchObject({ kind: "unknown", reason })
  })

  test("the numbers not found once, since another program chose its application, are read the next time", async () => {
    const { simulator, settled } = openDesk()
    simulator.insert("family", { fault: { at: 5, kind: 0x6a82 } })
    expect(await settled()).toMatchObject({ kind: "vitale", holders: { length: 3 } })
  })

  test("another program resets the card, is read again by itself", async () => {
    const { simulator, settled } = openDesk()
    simulator.insert("family", { fault: { at: 4, kind: "reset" } })
    expect(await settled()).toMatchObject({ kind: "vitale" })
  })

  test("a card that goes mute, is card-timeout after the limit", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
    onTestFinished(() => void vi.useRealTimers())
    const { simulator, desk } = openDesk()
    simulator.insert("family", { fault: { at: 3, kind: "mute" } })
    await vi.advanceTimersByTimeAsync(6_000)
    expect(desk.state().readers[0]?.card).toMatchObject({ kind: "unknown", reason: "card-timeout" })
  })
})

describe("desk, service and readers", () => {
  function scripted() {
    let say: (event: ReaderEvent) => void = () => undefined
    const port: ReaderPort = {
      start: (onEvent) => (say = onEvent),
      stop: async () => undefined,
      withCard: () => new Promise(() => undefined),
    }
    const desk = new Desk(port)
    desk.start()
    return { desk, say: (event: ReaderEvent) => say(event) }
  }

  test("no reader, is said as such until one is plugged in", () => {
    const { desk, say } = scripted()
    say({ type: "service", trouble: null })
    expect(desk.state()).toEqual({ trouble: "no-reader", readers: [] })
    say({ type: "reader-added", reader: first })
    expect(desk.state()).toEqual({ trouble: null, readers: [{ name: first, card: null }] })
    say({ type: "reader-removed", reader: first })
    expect(desk.state()).toEqual({ trouble: "no-reader", readers: [] })
  })

  test.each(["no-reader-service", "no-reader-library"] as const)(
    "%s, empties the desk and says why",
    (trouble) => {
      const { desk, say } = scripted()
      say({ type: "reader-added", reader: first })
      say({ type: "card-inserted", reader: first, atr: Uint8Array.of(0x3b) })
      say({ type: "service", trouble })
      expect(desk.state()).toEqual({ trouble, readers: [] })
    },
  )

  test("seventeen readers, are shown up to the sixteen that the protocol carries", () => {
    const { desk, say } = scripted()
    for (let n = 0; n < 17; n++) say({ type: "reader-added", reader: `Lecteur ${n} ${"x".repeat(300)}` })
    expect(readersStateSchema.safeParse(desk.state()).success).toBe(true)
  })
})
