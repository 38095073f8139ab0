import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dateProblems, dayOf, frenchDay, isoDay, problemsOfDate, readTypedDay } from "./date"

const today = { year: 2026, month: 11, day: 25 }

describe("day as typed", () => {
  it.each([
    ["12/03/2026", "2026-03-12"],
    ["1/3/2026", "2026-03-01"],
    [" 12 03 2026 ", "2026-03-12"],
    ["12.03.2026", "2026-03-12"],
    ["12-03-2026", "2026-03-12"],
    ["12 / 03 / 2026", "2026-03-12"],
    ["12032026", "2026-03-12"],
    ["2026-03-12", "2026-03-12"],
    ["29/02/2024", "2024-02-29"],
  ])("%s is %s", (typed, iso) => expect(readTypedDay(typed)).toEqual({ iso }))

  it.each([
    ["", "date-missing"],
    ["12/03/26", "date-ambiguous"],
    ["1/3/26", "date-ambiguous"],
    ["120326", "date-ambiguous"],
    ["12/03", "date-shape"],
    ["hier", "date-shape"],
    ["12/03-2026", "date-shape"],
    ["31/02/2026", "date-not-real"],
    ["29/02/2025", "date-not-real"],
    ["03/25/2026", "date-not-real"],
    ["00/00/2026", "date-not-real"],
    ["20260312", "date-not-real"],
  ])("« %s » is refused: %s", (typed, problem) => expect(readTypedDay(typed)).toEqual({ problem }))

  it("any text, gives a real day or a problem of the list", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{0,12}$/)), (typed) => {
        const read = readTypedDay(typed)
        if ("iso" in read) expect(dayOf(read.iso)).not.toBeNull()
        else expect(dateProblems).toContain(read.problem)
      }),
      { numRuns: 500 },
    )
  })

  it("any real day, written in French, is read back", () => {
    const days = fc.date({ min: new Date("1850-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        expect(readTypedDay(frenchDay(iso) ?? "")).toEqual({ iso })
      }),
    )
  })
})

describe("day of a document", () => {
  it.each([
    ["2026-11-25", undefined, []],
    ["2026-11-26", undefined, ["date-future"]],
    ["", undefined, ["date-missing"]],
    ["2026-02-30", undefined, ["date-not-real"]],
    ["25/11/2026", undefined, ["date-shape"]],
    ["1975-12-30", "19751231", ["date-before-birth"]],
    ["1975-12-31", "19751231", []],
    ["1941-12-31", "19422001", ["date-before-birth"]],
    ["1942-01-01", "19422001", []],
    ["1900-01-01", "", []],
  ])("%s of somebody born on %s: %j", (iso, born, problems) => {
    expect(problemsOfDate(iso, today, born)).toEqual(problems)
  })

  it("today, is written in both forms", () => {
    expect(isoDay({ year: 2026, month: 3, day: 1 })).toBe("2026-03-01")
    expect(frenchDay("2026-03-01")).toBe("01/03/2026")
    expect(frenchDay("2026-02-30")).toBeNull()
  })
})
