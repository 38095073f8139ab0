import fc from "fast-check"
import { expect, test } from "vitest"
import { ownNir } from "./own-nir"

test.each([
  ["275126322074974", "19751231"],
  ["180032B02040123", "19800302"],
  ["236066322083656", "19360621"],
])("own number, %s and %s, agree", (nir, birthDate) => {
  expect(ownNir(nir, birthDate)).toBe("agrees")
})

test.each([
  ["a child with its mother's number", "260058815400233", "20100807"],
  ["the same year and another month", "260058815400233", "19600630"],
  ["a lunar date of another year", "260058815400233", "19422001"],
])("own number, %s, differs", (_, nir, birthDate) => {
  expect(ownNir(nir, birthDate)).toBe("differs")
})

test.each([
  ["a lunar date of the same year", "260058815400233", "19602001"],
  ["a month that the register did not know", "284202B32102528", "19840512"],
  ["a wrong key", "260058815400234", "19600530"],
  ["no number", "", "19600530"],
  ["no date", "260058815400233", ""],
])("own number, %s, cannot be told", (_, nir, birthDate) => {
  expect(ownNir(nir, birthDate)).toBe("cannot-tell")
})

test("own number, any two texts, never agree unless year and month are the same", () => {
  const date = fc.tuple(fc.integer({ min: 1900, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(date, ([year, month]) => {
      const birthDate = `${year}${String(month).padStart(2, "0")}15`
      const agrees = ownNir("260058815400233", birthDate) === "agrees"
      expect(agrees).toBe(year % 100 === 60 && month === 5)
    }),
    { numRuns: 2_000 },
  )
  fc.assert(fc.property(fc.string(), fc.string(), (nir, raw) => ownNir(nir, raw) === "cannot-tell"))
})
