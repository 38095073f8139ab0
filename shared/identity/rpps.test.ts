import fc from "fast-check"
import { expect, test } from "vitest"
import { passesLuhn } from "./luhn"
import { parseIdNat, rppsProblem } from "./rpps"

// 99700000001 and its like belong to nobody: order numbers made up, key computed.
const withKey = (ten: string) => ten + [..."0123456789"].find((key) => passesLuhn(ten + key))
const rpps = withKey("9970000000")

test("rpps, eleven digits with their key, spaces allowed, is right", () => {
  expect(rppsProblem(rpps)).toBeNull()
  expect(rppsProblem(` ${rpps.slice(0, 5)} ${rpps.slice(5)}`)).toBeNull()
})

test.each([
  ["", "empty"],
  ["9970000000A", "not-digits"],
  ["997000000", "length"],
  [withKey("9970000000").replace(/.$/, (key) => String((Number(key) + 1) % 10)), "key"],
])("rpps, « %s », is refused: %s", (text, problem) => {
  expect(rppsProblem(text)).toBe(problem)
})

test.each([
  [`8${rpps}`, { kind: "rpps", id: rpps, internal: null }],
  ["0759999999", { kind: "adeli", id: "759999999", internal: null }],
  ["3750712184/MARTIN1", { kind: "finess", id: "750712184", internal: "MARTIN1" }],
  ["32A0000000/7", { kind: "finess", id: "2A0000000", internal: "7" }],
  ["499999999/12", { refusal: "shape" }],
  ["3750712184", { refusal: "shape" }],
  ["899700000000", { refusal: "key" }],
  ["2123", { refusal: "prefix" }],
  [" ", { refusal: "empty" }],
])("idnat, %s, is %o", (text, result) => {
  expect(parseIdNat(text)).toEqual(result)
})

test("rpps and idnat, any text, get an answer", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => {
      if (rppsProblem(text) === null) expect(text.replace(/\s/g, "")).toMatch(/^\d{11}$/)
      const idNat = parseIdNat(text)
      if ("kind" in idNat) expect(text).toContain(idNat.id)
    }),
    { numRuns: 1_000 },
  )
})
