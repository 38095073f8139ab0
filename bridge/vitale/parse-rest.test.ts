import { expect, test } from "vitest"
import { fromHex } from "../iso7816/bytes"
import { writeTlv } from "../iso7816/tlv-writer"
import { tags } from "./layout"
import { unknownTags, validityStart } from "./parse-rest"

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const card = (digits: string) => writeTlv(tags.card, writeTlv(tags.cardValidFrom, ascii(digits)))
const holder = (...parts: Uint8Array[]) => writeTlv(tags.holder, join(...parts))

test("unknown tags, beside the holders and in them, are kept by number and length, never by value", () => {
  const file = join(
    holder(writeTlv(tags.familyName, ascii("DARK")), writeTlv(0x90, ascii("FR"))),
    card("20150101"),
    writeTlv(0x5f20, ascii("SECRET")),
  )
  const found = unknownTags("identity", file)
  expect(found).toEqual([
    { file: "identity", tag: 0x5f20, bytes: 6 },
    { file: "identity", tag: 0x90, bytes: 2 },
  ])
  expect(JSON.stringify(found)).not.toContain("SECRET")
})

test("unknown tags, in the card's own template, are kept beside the day that is known", () => {
  const template = writeTlv(
    tags.card,
    join(writeTlv(tags.cardValidFrom, ascii("20150101")), writeTlv(0x81, ascii("?"))),
  )
  expect(unknownTags("identity", join(holder(), template))).toEqual([
    { file: "identity", tag: 0x81, bytes: 1 },
  ])
  expect(validityStart([template])).toBe("20150101")
})

test("unknown tags, the name in the NIR file, is a stranger there", () => {
  expect(unknownTags("nir", holder(writeTlv(tags.nir, ascii("1")), writeTlv(0x80, ascii("X"))))).toEqual([
    { file: "nir", tag: 0x80, bytes: 1 },
  ])
})

test("validity start, eight digits of the card's template in either file, are told", () => {
  expect(validityStart([holder(), join(holder(), card("20150101"))])).toBe("20150101")
})

test.each([
  ["no template", [holder()]],
  ["two templates", [card("20150101"), card("20160101")]],
  ["letters", [card("2015JAN1")]],
  ["an empty template", [writeTlv(tags.card, new Uint8Array())]],
  ["no TLV", [fromHex("66 20 80")]],
])("validity start, %s, is not told", (_, files) => {
  expect(validityStart(files)).toBeNull()
})
