import fc from "fast-check"
import { expect, test } from "vitest"
import { runs } from "../../../test/fuzz/runs"
import { fromHex } from "../../iso7816/bytes"
import { outlineOf } from "./outline"

const text = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0))

test("template of a holder, tags and classes of lengths, padding left out", () => {
  expect(outlineOf(fromHex("65 0F 80 03 41 42 43 82 08 31 39 38 30 30 31 31 35 00 00"))).toEqual({
    kind: "tlv",
    objects: [
      {
        tag: "65",
        inside: [
          { tag: "80", length: "1-31" },
          { tag: "82", length: 8 },
        ],
      },
    ],
  })
})

test("holders of the same shape, are counted and not repeated", () => {
  const holder = "65 0A 82 08 31 39 38 30 30 31 31 35"
  const { objects } = outlineOf(fromHex(`${holder}${holder}`)) as { objects: unknown[] }
  expect(objects).toEqual([{ tag: "65", times: 2, inside: [{ tag: "82", length: 8 }] }])
})

test.each([
  ["a name", text("DUPONT MARIE")],
  // « e » is 65, a template, and « " » is 34: its length, if letters were tags.
  ["text whose tags and lengths fit by chance", text(`e"A ${"B".repeat(32)}`)],
  ["zeros first", fromHex("00 65 02 80 00")],
  ["objects that go beyond the end", fromHex("65 40 80 05 41 42 43 44 45")],
  ["a primitive object that no source names", fromHex("C1 02 FF FF")],
])("%s, nothing but its size is told", (_, file) => {
  expect(outlineOf(file)).toEqual({ kind: "opaque" })
})

test("a template that no source names, is told when its inside is objects too", () => {
  expect(outlineOf(fromHex("E5 03 C1 01 FF"))).toEqual({
    kind: "tlv",
    objects: [{ tag: "E5", inside: [{ tag: "C1", length: "1-31" }] }],
  })
})

test("zeros, are blank", () => {
  expect(outlineOf(new Uint8Array(32))).toEqual({ kind: "blank" })
})

test("any bytes, give an outline", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(["tlv", "blank", "opaque"]).toContain(outlineOf(bytes).kind)
    }),
    runs(2_000),
  )
})

test("any text of Latin-1, nothing but its size is told", () => {
  const letter = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xa0, max: 0xff }))
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 120 }), fc.nat(20), (letters, padding) => {
      const file = Uint8Array.of(...letters, ...new Uint8Array(padding))
      expect(outlineOf(file)).toEqual({ kind: "opaque" })
    }),
    runs(2_000),
  )
})
