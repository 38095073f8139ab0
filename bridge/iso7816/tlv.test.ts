import fc from "fast-check"
import { expect, test } from "vitest"
import { nearMisses } from "../../test/fuzz/near-misses"
import { runs } from "../../test/fuzz/runs"
import { fromHex } from "./bytes"
import { onlyValue, parseTlv } from "./tlv"
import { writeTlv } from "./tlv-writer"

const tag = fc.oneof(
  fc.integer({ min: 0x01, max: 0xfe }).filter((byte) => (byte & 0x1f) !== 0x1f),
  fc.constantFrom(0x7f21, 0x5f37, 0x5f38, 0x7f8101),
)
const node = fc.record({ tag, value: fc.uint8Array({ maxLength: 400 }) })

test("TLV, any bytes in objects of any size with zero padding around them, are found again in order", () => {
  const padded = fc.array(fc.tuple(node, fc.nat({ max: 3 })), { maxLength: 6 })
  fc.assert(
    fc.property(padded, (items) => {
      const bytes = items.flatMap(([{ tag, value }, zeros]) => [
        ...new Uint8Array(zeros),
        ...writeTlv(tag, value),
      ])
      const parsed = parseTlv(Uint8Array.from([...bytes, 0, 0]))
      expect(parsed).toEqual({ ok: true, nodes: items.map(([one]) => one) })
    }),
    runs(3_000),
  )
})

function objectsOrRefusal(bytes: Uint8Array): void {
  const parsed = parseTlv(bytes)
  if (!parsed.ok) {
    expect(["truncated", "tag-too-long", "length-form"]).toContain(parsed.refusal)
    return
  }
  const inside = parsed.nodes.reduce((sum, { value }) => sum + value.length, 0)
  // Each object has a tag and a length of a byte at least.
  expect(inside + 2 * parsed.nodes.length).toBeLessThanOrEqual(bytes.length)
}

test("TLV, any bytes, give objects or a refusal and never an exception", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), objectsOrRefusal), runs(3_000))
})

test("TLV, near misses, give objects or a refusal and never an exception", () => {
  const valid = fc.array(node, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      valid.chain((nodes) =>
        nearMisses(Uint8Array.from(nodes.flatMap(({ tag, value }) => [...writeTlv(tag, value)]))),
      ),
      objectsOrRefusal,
    ),
    runs(3_000),
  )
})

test("TLV, near misses, one object cut anywhere inside, is truncated", () => {
  fc.assert(
    fc.property(node, fc.double({ min: 0, max: 1, noNaN: true }), ({ tag, value }, where) => {
      const whole = writeTlv(tag, value)
      const cut = whole.subarray(0, 1 + Math.floor(where * (whole.length - 2)))
      fc.pre(cut.length < whole.length)
      expect(parseTlv(cut)).toEqual({ ok: false, refusal: "truncated" })
    }),
    runs(3_000),
  )
})

test.each([
  ["one-byte length", "80 02 41 42", 2],
  ["length form 81", "80 81 02 41 42", 2],
  ["length form 82", "80 82 00 02 41 42", 2],
  ["length form 83", "80 83 00 00 02 41 42", 2],
  ["empty object", "80 00", 0],
])("tlv, %s, is read", (_, hex, length) => {
  const parsed = parseTlv(fromHex(hex))
  expect(parsed.ok && parsed.nodes[0]?.value.length).toBe(length)
})

test.each([
  ["value shorter than its length", "65 05 41", "truncated"],
  ["tail that is no object", "80 01 41 65", "truncated"],
  ["indefinite length", "65 80 00 00", "length-form"],
  ["length on four bytes", "65 84 00 00 00 01 41", "length-form"],
  ["tag on four bytes", "7F 81 81 81 01 00", "tag-too-long"],
  ["multi-byte tag without its end", "5F", "truncated"],
])("tlv, %s, is refused", (_, hex, refusal) => {
  expect(parseTlv(fromHex(hex))).toEqual({ ok: false, refusal })
})

test("tlv, the same tag twice, is an ambiguity and not the first value", () => {
  const parsed = parseTlv(fromHex("80 01 41 80 01 42 81 01 43"))
  const nodes = parsed.ok ? parsed.nodes : []
  expect(onlyValue(nodes, 0x80)).toBe("twice")
  expect(onlyValue(nodes, 0x81)).toEqual(fromHex("43"))
  expect(onlyValue(nodes, 0x82)).toBeNull()
})
