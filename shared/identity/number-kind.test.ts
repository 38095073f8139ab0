import fc from "fast-check"
import { expect, test } from "vitest"
import { nirProblem } from "./nir"
import { numberKind } from "./number-kind"

test.each([
  ["2 75 12 63 220 749 74", "nir"],
  ["180032B02040123", "nir"],
  ["781102A12500908", "nia-or-provisional"],
  ["8 84 05 88 321 025 23", "nia-or-provisional"],
  ["555551234567890", "other"],
  ["715001234567890", "other"],
  ["515551234567890", "other"],
  ["275126322074975", "invalid"],
  ["955551234567890", "invalid"],
  ["55555", "invalid"],
  ["", "invalid"],
] as const)("number, %s, is %s", (text, kind) => {
  expect(numberKind(text)).toBe(kind)
})

test("number, any text, has a kind, and only a right NIR shape and key makes a NIR", () => {
  const digits = fc.array(fc.constantFrom(..."0123456789AB"), { maxLength: 17 }).map((it) => it.join(""))
  fc.assert(
    fc.property(fc.oneof(digits, fc.string()), (text) => {
      const kind = numberKind(text)
      expect(kind === "nir" || kind === "nia-or-provisional").toBe(nirProblem(text) === null)
    }),
    { numRuns: 2_000 },
  )
})
