import fc from "fast-check"
import { expect, test } from "vitest"
import { checkSerial } from "./vitale-serial"

test("serial, the Fiche's example typed as it is printed, is right", () => {
  expect(checkSerial("0102457612 4", true)).toEqual({
    digits: "01024576124",
    problem: null,
    keyWarning: false,
  })
})

test("serial, with photo and a wrong key, is a warning and no refusal", () => {
  expect(checkSerial("01024576125", true)).toEqual({ digits: "01024576125", problem: null, keyWarning: true })
})

test.each([
  ["", true, "empty"],
  ["  ", false, "empty"],
  ["0102457612", true, "length"],
  ["010245761245", true, "length"],
  ["0102457612A", true, "not-digits"],
  ["1234567", false, "length"],
  ["12345678901234", false, "length"],
] as const)("serial, « %s », with photo %s, is refused for %s", (text, withPhoto, problem) => {
  expect(checkSerial(text, withPhoto).problem).toBe(problem)
})

test.each(["12345678", "1234567890123"])("serial, without photo, may have 8 to 13 digits: %s", (text) => {
  expect(checkSerial(text, false)).toMatchObject({ problem: null, keyWarning: false })
})

test("serial, any text, gets an answer, and a right one is digits of the right length", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.boolean(), (text, withPhoto) => {
      const { digits, problem } = checkSerial(text, withPhoto)
      if (problem === null) expect(digits).toMatch(withPhoto ? /^\d{11}$/ : /^\d{8,13}$/)
    }),
    { numRuns: 2_000 },
  )
})
