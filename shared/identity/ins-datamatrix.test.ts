import fc from "fast-check"
import { expect, test } from "vitest"
import { type InsDatamatrix, insHeader, parseInsDatamatrix } from "./ins-datamatrix"
import { nirKey } from "./nir"
import { writeInsDatamatrix } from "./write-ins-datamatrix"

// Fictitious people of the public INSi, RNIV and CNDA test sets (reference: test-identities.json).
const GS = "\u001d"
const sarah = {
  kind: "production",
  matricule: "277010115400329",
  oid: "1.2.250.1.213.1.4.8",
  birthGivenNames: "SARAH-LOU ANNA",
  birthFamilyName: "GARCIA-HAMMADI",
  sex: "F",
  birthDate: "19770121",
  birthPlace: "01154",
} satisfies InsDatamatrix
const text = `${insHeader}S1277010115400329S21.2.250.1.213.1.4.8${GS}S3SARAH-LOU ANNA${GS}S4GARCIA-HAMMADI${GS}S5FS621-01-1977S701154`

test("datamatrix, the public test vector, is read and written to the letter", () => {
  expect(text).toHaveLength(121)
  expect(parseInsDatamatrix(text)).toEqual(sarah)
  expect(writeInsDatamatrix(sarah)).toEqual({ text })
})

test.each(["", " ", "<GS>", "[GS]", "{GS}", "\\x1d", "\\u001d", "\u241d", "\u001e", "\r", "\t"])(
  "datamatrix, GS dropped or replaced by %j, is read",
  (separator) => {
    expect(parseInsDatamatrix(text.replaceAll(GS, separator))).toEqual(sarah)
  },
)

test("datamatrix, a line end after it and the mark of the symbology before it, is read", () => {
  expect(parseInsDatamatrix(`]d1${text}\r\n`)).toEqual(sarah)
})

test("datamatrix, family name last and no place, is read by its identifiers", () => {
  const content = { ...sarah, birthPlace: null }
  const written = writeInsDatamatrix(content, { order: ["S1", "S2", "S3", "S5", "S6", "S7", "S4"] })
  expect(written).toEqual({
    text: `${insHeader}S1277010115400329S21.2.250.1.213.1.4.8${GS}S3SARAH-LOU ANNA${GS}S5FS621-01-1977S4GARCIA-HAMMADI`,
  })
  expect("text" in written && parseInsDatamatrix(written.text)).toEqual(content)
})

test.each([
  ["1.2.250.1.213.1.4.9", "production"],
  ["1.2.250.1.213.1.4.10", "test"],
  ["1.2.250.1.213.1.4.11", "demonstration"],
  ["1.2.250.1.213.1.4.6", "test"],
  ["1.2.250.1.213.1.4.7", "demonstration"],
])("datamatrix, OID %s, is of kind %s", (oid, kind) => {
  expect(parseInsDatamatrix(text.replace("1.2.250.1.213.1.4.8", oid))).toEqual({ ...sarah, oid, kind })
})

test.each([
  ["nothing", "", "not-a-datamatrix"],
  ["a 2D-Doc", "DC04FR0000011E581E58B201FR", "not-a-datamatrix"],
  ["a very long text", text + "A".repeat(600), "not-a-datamatrix"],
  ["small letters", text.toLowerCase(), "not-a-datamatrix"],
  ["version 02", text.replace("IS01", "IS02"), "version"],
  ["reserved characters in use", text.replace("IS010", "IS011"), "version"],
  ["cut in the header", text.slice(0, 20), "truncated"],
  ["cut in the matricule", text.slice(0, 35), "truncated"],
  ["cut in the date", text.slice(0, -13), "truncated"],
  ["cut after a block", text.slice(0, -19), "block-missing"],
  ["the header alone", insHeader, "block-missing"],
  ["something between blocks", text.replace("S5F", "S5FX"), "garbage"],
  ["two sexes", text.replace("S5F", "S5FS5M"), "twice"],
  ["a wrong key", text.replace("00329", "00328"), "matricule-key"],
  ["another shape", text.replace("S12770", "S12A70"), "matricule-shape"],
  ["another authority", text.replace("213.1.4.8", "71.4.2.1"), "oid-unknown"],
  ["the INS-C of production", text.replace("4.8", "4.2"), "oid-old"],
  ["an accent", text.replace("ANNA", "ANNÉ"), "name"],
  ["a digit in a name", text.replace("ANNA", "ANN4"), "name"],
  ["an empty name", text.replace("SARAH-LOU ANNA", " "), "name"],
  ["a name of 101 letters", text.replace("GARCIA-HAMMADI", "A".repeat(101)), "name"],
  ["a third sex", text.replace("S5F", "S5I"), "sex"],
  ["a lunar date", text.replace("21-01-1977", "01-20-1977"), "date"],
  ["a date with slashes", text.replace("21-01-1977", "21/01/1977"), "date"],
  ["letters in the place", text.replace("S701154", "S72C154"), "place"],
] as const)("datamatrix, %s, is refused", (_, message, refusal) => {
  expect(parseInsDatamatrix(message)).toEqual({ refusal })
})

test("datamatrix, a block of a later version, is passed over only where GS or the end closes it", () => {
  expect(parseInsDatamatrix(`${text}S8ANYTHING 12`)).toEqual(sarah)
  expect(parseInsDatamatrix(text.replace("S5F", `S9X${GS}S5F`))).toEqual(sarah)
  expect(parseInsDatamatrix(text.replace("S5F", "S9XS5F"))).toEqual({ refusal: "block-unknown" })
})

const word = fc.string({ unit: fc.constantFrom(..."ADMQSWZEIS"), minLength: 1, maxLength: 9 })
const name = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "-", "'", "--")), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().slice(0, -1).join(""))
const padded = (n: number, digits: number) => String(n).padStart(digits, "0")
const matricule = fc
  .tuple(fc.constantFrom("1", "2", "7", "8"), fc.nat(99), fc.integer({ min: 1, max: 12 }), fc.nat(999_999))
  .map(([sex, year, month, rest]) => `${sex}${padded(year, 2)}${padded(month, 2)}2B${padded(rest, 6)}`)
  .map((thirteen) => thirteen + padded(nirKey(thirteen), 2))
const content = fc.record({
  matricule,
  oid: fc.constantFrom("8", "9", "10", "11").map((end) => `1.2.250.1.213.1.4.${end}`),
  birthGivenNames: name,
  birthFamilyName: name,
  sex: fc.constantFrom("F" as const, "M" as const),
  birthDate: fc
    .tuple(
      fc.integer({ min: 1900, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `${year}${padded(month, 2)}${padded(day, 2)}`),
  birthPlace: fc.constantFrom(null, "2A004", "99999", "63220"),
})
const order = fc.shuffledSubarray(["S1", "S2", "S3", "S4", "S5", "S6", "S7"], { minLength: 7 })

test("datamatrix, any content in any order with any separator, comes back as it was", () => {
  fc.assert(
    fc.property(content, order, fc.constantFrom(GS, "", " ", "<GS>"), (given, blocks, separator) => {
      const written = writeInsDatamatrix(given, { order: blocks, separator })
      expect("text" in written && parseInsDatamatrix(written.text)).toMatchObject(given)
    }),
    { numRuns: 1_000 },
  )
})

test("datamatrix, any text and any damage, gets a content or a refusal and no exception", () => {
  const damaged = fc
    .tuple(fc.nat(121), fc.nat(8), fc.string({ maxLength: 8 }))
    .map(([at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        damaged,
        fc.string().map((end) => insHeader + end),
      ),
      (message) => {
        const read = parseInsDatamatrix(message)
        if ("refusal" in read) return
        expect(read.matricule).toMatch(/^[0-9AB]{15}$/)
        expect(read.birthFamilyName).toMatch(/^[A-Z' -]{1,100}$/)
        expect(read.birthDate).toMatch(/^\d{8}$/)
      },
    ),
    { numRuns: 3_000 },
  )
})

test("datamatrix, a content that could not be read back, is not written", () => {
  expect(writeInsDatamatrix({ ...sarah, birthFamilyName: "Dark" })).toEqual({ refusal: "name" })
})
