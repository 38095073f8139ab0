import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Visibility, visibilities } from "./visibility"
import { mayChoose, minorityOf, pressVisibility, problemsOfVisibility } from "./visibility-rules"

const today = { year: 2026, month: 11, day: 25 }
const choices = fc.subarray([...visibilities])
const minorities = fc.constantFrom("minor" as const, "adult" as const, "cannot-tell" as const)

describe("visibility of a document", () => {
  it.each<[Visibility[], string[]]>([
    [[], ["visibility-missing"]],
    [["visible"], []],
    [["not-patient"], []],
    [["not-professionals"], []],
    [["not-representatives"], []],
    [["not-patient", "not-representatives"], []],
    [["not-professionals", "not-representatives"], []],
    [["visible", "not-patient"], ["visibility-not-alone"]],
    [["visible", "not-representatives"], ["visibility-not-alone"]],
    [["not-patient", "not-professionals"], ["visibility-exclusive"]],
    [
      ["visible", "not-patient", "not-professionals"],
      ["visibility-not-alone", "visibility-exclusive"],
    ],
  ])("%j, of a minor: %j", (chosen, problems) => {
    expect(problemsOfVisibility(chosen, "minor")).toEqual(problems)
  })

  it("hidden from representatives, is a minor's alone, and said where the age can't be told", () => {
    expect(problemsOfVisibility(["not-representatives"], "adult")).toEqual(["visibility-adult"])
    expect(problemsOfVisibility(["not-representatives"], "cannot-tell")).toEqual(["visibility-age-unknown"])
  })

  it("pressing, never leads to choices that the rules refuse, and twice to where it began", () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...visibilities), minorities, (chosen, choice, minority) => {
        const stops = problemsOfVisibility(chosen, minority).filter((it) => it !== "visibility-age-unknown")
        fc.pre(stops.length === 0)
        const after = pressVisibility(choice, chosen, minority)
        const problems = problemsOfVisibility(after, minority).filter((it) => it !== "visibility-age-unknown")
        expect(problems).toEqual(after.length === 0 ? ["visibility-missing"] : [])
        if (mayChoose(choice, chosen, minority))
          expect(pressVisibility(choice, after, minority)).toEqual(chosen)
        else expect(after).toEqual(chosen)
      }),
    )
  })

  it("any choices, have problems that do not depend on their order", () => {
    fc.assert(
      fc.property(choices, minorities, (chosen, minority) => {
        expect(problemsOfVisibility([...chosen].reverse(), minority)).toEqual(
          problemsOfVisibility(chosen, minority),
        )
      }),
    )
  })
})

describe("minor or not", () => {
  it.each([
    ["20081126", "minor"],
    ["20081125", "adult"],
    ["20100807", "minor"],
    ["19751231", "adult"],
    // Lunar dates: the year alone.
    ["19422001", "adult"],
    ["20082001", "cannot-tell"],
    ["20072001", "adult"],
    ["20092001", "minor"],
    ["20270101", "cannot-tell"],
    ["20272001", "cannot-tell"],
    ["", "cannot-tell"],
    [undefined, "cannot-tell"],
    ["garbage", "cannot-tell"],
  ])("born on %s: %s", (birthDate, minority) => expect(minorityOf(birthDate, today)).toBe(minority))
})
