import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pdfDay } from "./pdf-day"

describe("date of a PDF", () => {
  it.each([
    ["D:20260115093000+01'00'", "2026-01-15"],
    ["D:20260115", "2026-01-15"],
    ["20240229120000Z", "2024-02-29"],
    ["D:20230229", null],
    ["D:2026", null],
    ["15/01/2026", null],
    [undefined, null],
  ])("%s, is %s", (date, day) => {
    expect(pdfDay(date)).toBe(day)
  })

  it("any value, gives a real day or none", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.stringMatching(/^D:\d{0,14}$/)), (value) => {
        const day = pdfDay(value)
        if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})
