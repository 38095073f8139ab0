import fc from "fast-check"
import { expect, test } from "vitest"
import { ageOn, calendarDate, frenchDate, isLunar, isoDate } from "./birth-date"

test.each([
  ["19751231", { year: 1975, month: 12, day: 31 }],
  ["20000229", { year: 2000, month: 2, day: 29 }],
  ["20240229", { year: 2024, month: 2, day: 29 }],
])("birth date, %s, is a day of the calendar", (raw, date) => {
  expect(calendarDate(raw)).toEqual(date)
  expect(isLunar(raw)).toBe(false)
})

test.each(["19421901", "19422001", "19420000", "19420032", "19429999", "19000229", "20230229", "20230431"])(
  "birth date, %s, is in no calendar: lunar",
  (raw) => {
    expect(calendarDate(raw)).toBeNull()
    expect(isLunar(raw)).toBe(true)
    expect(isoDate(raw)).toBeNull()
    expect(ageOn(raw, { year: 2026, month: 1, day: 1 })).toBeNull()
  },
)

test("birth date, lunar, is shown as it is", () => {
  expect(frenchDate("19422001")).toBe("01/20/1942")
})

test.each(["", "1975", "197512311", "1975-12-31", "abcdefgh"])(
  "birth date, « %s », is neither a date nor lunar",
  (raw) => {
    expect(calendarDate(raw)).toBeNull()
    expect(isLunar(raw)).toBe(false)
    expect(frenchDate(raw)).toBe(raw)
  },
)

test("birth date, printed, is French; for a page's date input, is ISO", () => {
  expect(frenchDate("19751231")).toBe("31/12/1975")
  expect(isoDate("19751231")).toBe("1975-12-31")
})

test.each([
  [{ year: 2026, month: 5, day: 29 }, 65],
  [{ year: 2026, month: 5, day: 30 }, 66],
  [{ year: 1960, month: 5, day: 30 }, 0],
  [{ year: 1960, month: 5, day: 29 }, null],
])("age, born 30/05/1960, on %o, is %o", (today, age) => {
  expect(ageOn("19600530", today)).toBe(age)
})

test("birth date, every day that JavaScript's calendar has, and no other, is a day here", () => {
  const part = (max: number, digits: number) => fc.nat(max).map((n) => String(n).padStart(digits, "0"))
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), part(99, 2), part(99, 2), (year, month, day) => {
      const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)))
      const real = date.toISOString().slice(0, 10) === `${year}-${month}-${day}`
      expect(calendarDate(`${year}${month}${day}`) !== null).toBe(real)
    }),
    { numRuns: 3_000 },
  )
})
