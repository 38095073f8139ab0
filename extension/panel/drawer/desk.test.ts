import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Desk, type DeskAct, deskAfter, emptyDesk } from "./desk"

const deskOf = (...acts: DeskAct[]) => acts.reduce(deskAfter, emptyDesk)
const shown = ["1", "2", "3", "4", "5"]

describe("desk", () => {
  it("selection with Shift, goes from the last one selected to this one, both ways", () => {
    const two: DeskAct = { act: "select", id: "2", on: true }
    const down = deskOf(two, { act: "select-to", id: "4", shown })
    expect([...down.selected]).toEqual(["2", "3", "4"])
    const up = deskOf({ act: "select", id: "4", on: true }, { act: "select-to", id: "2", shown })
    expect([...up.selected].sort()).toEqual(["2", "3", "4"])
  })

  it("selection with Shift without one before, is this one alone", () => {
    expect([...deskOf({ act: "select-to", id: "3", shown }).selected]).toEqual(["3"])
  })

  it("what was taken out, is neither open nor selected, and can be brought back until something else is", () => {
    const desk = deskOf(
      { act: "select-all", shown },
      { act: "open", id: "2" },
      { act: "removed", ids: ["2", "3"] },
    )
    expect([[...desk.selected], desk.open, desk.removed]).toEqual([["1", "4", "5"], null, ["2", "3"]])
    expect(deskAfter(desk, { act: "removed", ids: ["1"] }).removed).toEqual(["1"])
    expect(deskAfter(desk, { act: "undone" }).removed).toEqual([])
  })

  it("what went away elsewhere, is neither open nor selected any more", () => {
    const desk = deskOf(
      { act: "select-all", shown },
      { act: "open", id: "5" },
      { act: "there", ids: ["1", "2"] },
    )
    expect([[...desk.selected], desk.open]).toEqual([["1", "2"], null])
  })

  it("nothing gone, is the very same desk, so that nothing is drawn again", () => {
    const desk = deskOf({ act: "select", id: "1", on: true })
    expect(deskAfter(desk, { act: "there", ids: shown })).toBe(desk)
  })

  it("any acts, never leave selected or open what is not there", () => {
    const id = fc.constantFrom(...shown)
    const act: fc.Arbitrary<DeskAct> = fc.oneof(
      fc.record({ act: fc.constant("open" as const), id: fc.option(id) }),
      fc.record({ act: fc.constant("select" as const), id, on: fc.boolean() }),
      fc.record({ act: fc.constant("select-to" as const), id, shown: fc.constant(shown) }),
      fc.record({ act: fc.constant("removed" as const), ids: fc.subarray(shown) }),
    )
    fc.assert(
      fc.property(fc.array(act), fc.subarray(shown), (acts, there) => {
        const desk: Desk = deskAfter(acts.reduce(deskAfter, emptyDesk), { act: "there", ids: there })
        for (const selected of desk.selected) expect(there).toContain(selected)
        if (desk.open !== null) expect(there).toContain(desk.open)
      }),
    )
  })
})
