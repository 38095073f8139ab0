import fc from "fast-check"
import { expect, test } from "vitest"
import { passesLuhn } from "./luhn"

test.each(["01024576124", "79927398713", "02058607314", "00"])("luhn, %s, passes", (digits) => {
  expect(passesLuhn(digits)).toBe(true)
})

test.each(["01024576125", "", "0", "7992739871X", " 79927398713"])(
  "luhn, « %s », does not pass",
  (digits) => {
    expect(passesLuhn(digits)).toBe(false)
  },
)

test("luhn, one key in ten passes, and one digit changed is seen", () => {
  const digits = fc.array(fc.nat(9), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(digits, fc.nat(20), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
      const keys = Array.from({ length: 10 }, (_, key) => [...body, key]).filter((all) =>
        passesLuhn(all.join("")),
      )
      expect(keys).toHaveLength(1)
      const right = keys[0] ?? []
      const place = at % right.length
      const wrong = right.map((digit, index) => (index === place ? (digit + shift) % 10 : digit))
      expect(passesLuhn(wrong.join(""))).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})
