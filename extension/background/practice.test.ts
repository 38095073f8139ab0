import { beforeEach, describe, expect, it, vi } from "vitest"
import type { CpsCard } from "../../shared/cards/cps"
import type { ReadersState } from "../../shared/cards/readers"
import { Turns } from "../../shared/protocol/turns"
import { portalView } from "../../test/portal-view"
import type { PageView } from "../messages/panel-state"
import { PracticeKeeper } from "./practice"
import { State } from "./state"

/** What stands on the disk, and in the session's memory. */
const { disk, memory } = vi.hoisted(() => ({
  disk: {} as { practices?: unknown },
  memory: {} as { practicePending?: unknown },
}))
vi.mock("webextension-polyfill", () => {
  const area = (held: { [key: string]: unknown }) => ({
    get: async (key: string) => ({ [key]: held[key] }),
    set: async (change: object) => void Object.assign(held, structuredClone(change)),
    remove: async (key: string) => void delete held[key],
  })
  return { default: { storage: { local: area(disk), session: area(memory) } } }
})

const cps = (id: string): CpsCard => ({
  kind: "cps",
  insertion: "0123456789abcdef",
  generation: "cps4",
  serial: null,
  professional: {
    familyName: "FICTIVE-MARTIN",
    givenName: "CAMILLE",
    pseudonym: null,
    idNat: { kind: "rpps", id, internal: null },
    profession: null,
    structure: null,
    organisation: null,
    validFrom: "2025-01-01T00:00:00Z",
    validTo: "2028-01-01T00:00:00Z",
    test: true,
  },
  reason: null,
})
const [camille, dominique] = [cps("10100000001"), cps("10100000002")]
const slots = (...cards: ReadersState["readers"][number]["card"][]): ReadersState => ({
  trouble: null,
  readers: cards.map((card, slot) => ({ name: `slot ${slot}`, card })),
})
const page = (id: string | null, situation = "", setting = "") =>
  portalView({ page: id }, { practice: id === "webps.first-connection" ? { situation, setting } : null })
const asking = page("webps.first-connection")
const chosen = page("webps.first-connection", "CABINET INDIVIDUEL", "Ambulatoire")
const pair = { situation: "SA07", setting: "AMBULATOIRE" }

const looks = vi.spyOn(Turns.prototype, "take")

describe("first connection", () => {
  let state: State
  let keeper: PracticeKeeper

  /** A background that has just started. */
  async function start(readers: ReadersState | null = slots(camille)): Promise<void> {
    state = new State()
    keeper = new PracticeKeeper(state)
    state.set({ link: { state: "connected", mode: "live", product: "0.1.0", portals: null }, readers })
    await keeper.restore()
  }
  async function sees(...pages: PageView[]): Promise<void> {
    for (const it of pages) state.set({ page: it })
    await rest()
  }
  const holds = async (readers: ReadersState | null) => {
    state.set({ readers })
    await rest()
  }
  /** Until every look that was asked for has been taken, and those that it asked for in turn. */
  async function rest(): Promise<void> {
    for (let taken = 0; taken < looks.mock.results.length; ) {
      taken = looks.mock.results.length
      await Promise.all(looks.mock.results.map(({ value }) => value))
    }
  }
  const remembered = () => state.get().practice?.remembered

  beforeEach(async () => {
    looks.mockClear()
    delete disk.practices
    delete memory.practicePending
    await start()
  })

  it("nothing chosen yet, nothing is remembered", async () => {
    await sees(asking)
    expect(state.get().practice).toEqual({ whose: "one", chosen: null, remembered: null })
  })

  it("both chosen and the page left, is shown the next time with its day, after a start too", async () => {
    await sees(asking, chosen)
    expect(state.get().practice).toEqual({ whose: "one", chosen: pair, remembered: null })
    await sees(page("webps.search"))
    expect(state.get()).toMatchObject({ practice: null, practicesKept: 1 })
    await start()
    await sees(asking)
    expect(remembered()).toMatchObject({ ...pair, when: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  })

  it.each([
    ["one of the two", page("webps.first-connection", "Cabinet individuel")],
    ["words that are in no nomenclature", page("webps.first-connection", "Cabinet volant", "Ambulatoire")],
  ])("%s chosen, nothing is remembered", async (_, half) => {
    await sees(half, page("webps.search"), asking)
    expect(remembered()).toBeNull()
  })

  it("chosen and taken back, nothing is remembered", async () => {
    await sees(chosen, asking, page("webps.search"), asking)
    expect(remembered()).toBeNull()
  })

  it("another tab in front, or a page that is not known, is not yet the end of it", async () => {
    await sees(chosen, { state: "no-portal" }, page(null))
    expect(disk).toEqual({})
    await sees(page("webps.search"))
    expect(state.get().practicesKept).toBe(1)
  })

  it("background stopped while a person was choosing, their choice is kept all the same", async () => {
    await sees(chosen)
    await start()
    await sees(page("webps.search"), asking)
    expect(remembered()).toMatchObject(pair)
  })

  it("other professional, has a memory of their own; name and number stand in no storage", async () => {
    await sees(chosen, page("webps.search"), asking)
    await holds(slots(dominique))
    expect(remembered()).toBeNull()
    await holds(slots(camille))
    expect(remembered()).toMatchObject(pair)
    expect(Object.keys(disk.practices as object)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(JSON.stringify([disk, memory.practicePending])).not.toMatch(/10100000001|MARTIN|CAMILLE/)
  })

  it("card taken out or changed between the choice and its sending, it is still the one's who chose", async () => {
    await sees(chosen)
    await holds(slots(null))
    await holds(slots(dominique))
    await sees(page("webps.search"), asking)
    expect(remembered()).toBeNull()
    await holds(slots(camille))
    expect(remembered()).toMatchObject(pair)
  })

  it("e-CPS, is remembered for this browser", async () => {
    await holds(slots(null))
    await sees(chosen, page("webps.search"), asking)
    expect(remembered()).toMatchObject(pair)
    await holds(slots(camille))
    expect(remembered()).toBeNull()
  })

  it("two CPS cards, nothing is shown or remembered", async () => {
    await holds(slots(camille, dominique))
    await sees(chosen)
    expect(state.get().practice).toEqual({ whose: "several", chosen: pair, remembered: null })
    await sees(page("webps.search"))
    expect(state.get().practicesKept).toBe(0)
  })

  it("readers not known yet, nobody's memory is shown before they are", async () => {
    await holds(slots(null))
    await sees(chosen, page("webps.search"))
    await start(null)
    await sees(asking)
    expect(state.get().practice).toBeNull()
    await holds(slots(camille))
    expect(remembered()).toBeNull()
  })

  it("forgotten, nothing is left on the disk, and the page says so at once", async () => {
    await sees(chosen, page("webps.search"), chosen)
    await keeper.forget()
    await rest()
    expect(disk).toEqual({})
    expect(state.get()).toMatchObject({ practicesKept: 0, practice: { remembered: null } })
  })

  it.each([[null], ["x"], [7], [{ a: null, b: 3, c: { situation: 1, setting: "x", when: "y" } }]])(
    "damaged memory %j, is none",
    async (stored) => {
      disk.practices = stored
      await start()
      expect(state.get().practicesKept).toBe(0)
    },
  )
})
