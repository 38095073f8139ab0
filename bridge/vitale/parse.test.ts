import { describe, expect, test } from "vitest"
import { fromHex } from "../iso7816/bytes"
import { writeTlv } from "../iso7816/tlv-writer"
import { tags } from "./layout"
import { pairByRank } from "./pair-holders"
import { parseIdentities } from "./parse-identities"
import { parseNirs } from "./parse-nirs"
import { parseSerial } from "./parse-serial"

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const template = (...parts: Uint8Array[]) => writeTlv(tags.holder, join(...parts))
const identity = (family: string, given: string, birth: string) =>
  template(
    writeTlv(tags.familyName, ascii(family)),
    writeTlv(tags.givenName, ascii(given)),
    writeTlv(tags.birthDate, ascii(birth)),
  )

// The reference's own example (cards, §2.5): made from the rules, no dump of a card.
const example = {
  identity: fromHex("65 19 80 06 44 55 50 4F 4E 54 81 05 4D 41 52 49 45 82 08 31 39 38 30 30 31 31 35"),
  nir: fromHex("65 11 93 0F 32 38 30 30 31 37 35 30 35 36 30 30 31 35 30"),
}

describe("identity file", () => {
  test("the reference's example, gives name, first name and birth date", () => {
    expect(parseIdentities(example.identity)).toEqual({
      ok: true,
      value: [{ familyName: "DUPONT", givenName: "MARIE", birthDate: "19800115" }],
    })
  })

  test("padded and accented names in Latin-1, come trimmed and readable", () => {
    expect(parseIdentities(identity("LEFÈVRE D'AÿE   ", "ANNE-LOÏS\0\0", "19800115"))).toMatchObject({
      value: [{ familyName: "LEFÈVRE D'AÿE", givenName: "ANNE-LOÏS" }],
    })
  })

  test.each(["19421901", "19420000", "19422001", "19809999"])(
    "birth date %s, outside the calendar, is kept as it is",
    (raw) => {
      expect(parseIdentities(identity("MAREE", "SELENE", raw))).toMatchObject({ value: [{ birthDate: raw }] })
    },
  )

  test("unknown tags beside and inside the templates, are tolerated", () => {
    const holder = template(
      writeTlv(0x90, ascii("FR")),
      writeTlv(tags.familyName, ascii("DARK")),
      writeTlv(tags.givenName, ascii("JEANNE")),
      writeTlv(tags.birthDate, ascii("19600530")),
      writeTlv(0x5f20, ascii("?")),
    )
    const file = join(writeTlv(0x66, writeTlv(0x80, ascii("20150101"))), holder)
    expect(parseIdentities(file)).toMatchObject({ value: [{ familyName: "DARK" }] })
  })

  test.each([
    ["no birth date", template(writeTlv(0x80, ascii("A")), writeTlv(0x81, ascii("B"))), "birth-date"],
    ["six-digit birth date", identity("A", "B", "800115"), "birth-date"],
    ["birth date in letters", identity("A", "B", "1980JAN1"), "birth-date"],
    ["blank name", identity("    ", "B", "19800115"), "name"],
    ["name of signs", identity("?!#", "B", "19800115"), "name"],
    ["control characters in the name", identity("DU\u0007PONT", "B", "19800115"), "name"],
    ["name twice", template(writeTlv(0x80, ascii("A")), writeTlv(0x80, ascii("B"))), "name"],
    ["only zeros", new Uint8Array(64), "no-holder"],
    ["the other file", example.nir, "other-file"],
    ["template cut short", example.identity.slice(0, -3), "not-tlv"],
    ["100 holders", join(...Array.from({ length: 100 }, () => example.identity)), "too-many"],
  ])("%s, is refused", (_, file, refusal) => {
    expect(parseIdentities(file)).toEqual({ ok: false, refusal })
  })

  test("one bad holder among good ones, refuses the whole file", () => {
    const file = join(example.identity, identity("A", "B", "?"), example.identity)
    expect(parseIdentities(file)).toEqual({ ok: false, refusal: "birth-date" })
  })
})

describe("nir file", () => {
  test("the reference's example, gives 15 characters", () => {
    expect(parseNirs(example.nir)).toEqual({ ok: true, value: ["280017505600150"] })
  })

  test("a number born in Corsica, is kept with its letter", () => {
    expect(parseNirs(template(writeTlv(tags.nir, ascii("180032B02040123"))))).toEqual({
      ok: true,
      value: ["180032B02040123"],
    })
  })

  test("a field that is absent or blank for one holder, is null for that holder", () => {
    const file = join(example.nir, template(), template(writeTlv(tags.nir, ascii("               "))))
    expect(parseNirs(file)).toEqual({ ok: true, value: ["280017505600150", null, null] })
  })

  test.each([
    ["wrong key", "280017505600151"],
    ["without key", "2800175056001"],
    ["letters", "28001750560015O"],
    ["with spaces inside", "2800175 0560015"],
  ])("a number %s, refuses the whole file", (_, nir) => {
    const file = join(example.nir, template(writeTlv(tags.nir, ascii(nir))))
    expect(parseNirs(file)).toEqual({ ok: false, refusal: "nir" })
  })

  test("the identity file in its place, is named as the other file", () => {
    expect(parseNirs(example.identity)).toEqual({ ok: false, refusal: "other-file" })
  })
})

describe("serial file", () => {
  test("issuer, 11 digits and a filler, are the printed number", () => {
    expect(parseSerial(fromHex("5A 0B 80 25 00 00 02 01 02 45 76 12 4F 00 00"))).toBe("01024576124")
  })

  test.each([
    ["another issuer", "5A 0B 80 25 00 00 01 01 02 45 76 12 4F"],
    ["letters in the digits", "5A 0B 80 25 00 00 02 01 02 4A 76 12 4F"],
    ["no filler", "5A 0B 80 25 00 00 02 01 02 45 76 12 45"],
    ["another tag", "5B 0B 80 25 00 00 02 01 02 45 76 12 4F"],
    ["zeros", "00 00 00 00"],
    ["a truncated object", "5A 0B 80 25"],
  ])("%s, is no number and no error", (_, hex) => {
    expect(parseSerial(fromHex(hex))).toBeNull()
  })
})

test("pairing, a different count, is refused: a number would go to somebody else", () => {
  const person = { familyName: "A", givenName: "B", birthDate: "19800115" }
  expect(pairByRank([person, person], ["280017505600150"])).toEqual({ ok: false, refusal: "count" })
  expect(pairByRank([person], [null])).toEqual({ ok: true, value: [{ rank: 1, ...person, nir: null }] })
})
