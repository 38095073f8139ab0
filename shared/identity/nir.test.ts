import fc from "fast-check"
import { expect, test } from "vitest"
import { compactNir, formatNir, nirBirth, nirKey, nirProblem } from "./nir"

// Public test numbers (reference: test-identities.json): CNAM nir-validation, python-stdnum, stdnum-js, INSi.
test.each([
  "2 55 08 14 168 025 38",
  "1 53 12 45 007 231 60",
  "2 84 05 88 321 025 32",
  "2 95 10 99 126 111 93",
  "185057512345673",
  "275126322074974",
])("nir, %s, is right", (nir) => {
  expect(nirProblem(nir)).toBeNull()
})

test.each(["2 84 05 2A 321 025 52", "186022A21532523"])(
  "nir, Corsican department 2A, key is computed on 19: %s",
  (nir) => {
    expect(nirProblem(nir)).toBeNull()
  },
)

test.each(["2 84 05 2B 321 025 79", "253072B07300470", "180032B02040123"])(
  "nir, Corsican department 2B, key is computed on 18: %s",
  (nir) => {
    expect(nirProblem(nir)).toBeNull()
  },
)

test.each(["2 84 20 2B 321 025 28", "2 84 99 2B 321 025 31"])(
  "nir, month that the register did not know, is right: %s",
  (nir) => {
    expect(nirProblem(nir)).toBeNull()
    expect(nirBirth(nir)).toEqual({ year: "84", month: null })
  },
)

test.each(["781102A12500908", "8 84 05 88 321 025 23"])(
  "nir, waiting number, has the same shape and is right: %s",
  (nir) => {
    expect(nirProblem(nir)).toBeNull()
  },
)

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["2 55 08 14 168 025 00", "key"],
  ["123456789012345", "shape"],
  ["2 84 05 88 321 025 30", "key"],
  ["223042545611404", "key"],
  ["253072C07300443", "shape"],
  ["284138832102530", "shape"],
  ["555551234567890", "shape"],
  ["28400883210250!", "shape"],
  ["6546546546546703", "length"],
  ["2550814168025", "length"],
] as const)("nir, « %s », is refused for its %s", (nir, problem) => {
  expect(nirProblem(nir)).toBe(problem)
})

test("nir, month of an incomplete record, is thirty too high", () => {
  expect(nirBirth("2 84 35 88 321 025 00")).toEqual({ year: "84", month: 5 })
})

test("nir, typed with spaces, dots and small letters, is the same number", () => {
  expect(compactNir("2 84.05-2a\u202f321\u00a0025 52")).toBe("284052A32102552")
})

test("nir, printed, is grouped as on the card; another text is left alone", () => {
  expect(formatNir("284052A32102552")).toBe("2 84 05 2A 321 025 52")
  expect(formatNir("28405")).toBe("28405")
})

const thirteen = fc
  .tuple(
    fc.constantFrom("1", "2", "3", "4", "7", "8"),
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom("2A", "2B", "01", "75", "95", "97", "99"),
    fc.nat(999_999),
  )
  .map(
    ([sex, year, month, department, rest]) =>
      `${sex}${String(year).padStart(2, "0")}${String(month).padStart(2, "0")}${department}${String(rest).padStart(6, "0")}`,
  )

test("nir, any number with its key, is right, and with any other key is not", () => {
  fc.assert(
    fc.property(thirteen, fc.nat(99), (number, other) => {
      const key = nirKey(number)
      expect(key).toBeGreaterThanOrEqual(1)
      expect(key).toBeLessThanOrEqual(97)
      expect(nirProblem(number + String(key).padStart(2, "0"))).toBeNull()
      expect(nirProblem(number + String(other).padStart(2, "0"))).toBe(other === key ? null : "key")
    }),
    { numRuns: 3_000 },
  )
})

test("nir, one digit mistyped or two neighbours swapped, is seen by the key", () => {
  fc.assert(
    fc.property(thirteen, fc.integer({ min: 7, max: 12 }), fc.nat(9), (number, at, digit) => {
      const right = number + String(nirKey(number)).padStart(2, "0")
      const mistyped = right.slice(0, at) + digit + right.slice(at + 1)
      if (mistyped !== right) expect(nirProblem(mistyped)).toBe("key")
      const swapped = right.slice(0, at - 1) + right.charAt(at) + right.charAt(at - 1) + right.slice(at + 1)
      if (swapped !== right) expect(nirProblem(swapped)).not.toBeNull()
    }),
    { numRuns: 3_000 },
  )
})

test("nir, any text, gets an answer and no exception", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      expect([null, "empty", "length", "shape", "key"]).toContain(nirProblem(text))
      formatNir(text)
      nirBirth(text)
      nirKey(text)
    }),
    { numRuns: 3_000 },
  )
})
