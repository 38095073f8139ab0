import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { asPhoneWrites, phoneWords } from "../../test/documents/exif"
import { runs } from "../../test/fuzz/runs"
import { exifFacts } from "./exif"
import { readJpeg } from "./jpeg"

const segment = (code: number, body: number[]) => [0xff, code, 0, body.length + 2, ...body]
const start = [0xff, 0xd8]
const jfif = segment(0xe0, [...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0])
const profile = segment(0xe2, [...Buffer.from("ICC_PROFILE\0"), 1, 1, 9, 9])
const adobe = segment(0xee, [...Buffer.from("Adobe"), 0, 100, 0, 0, 0, 0, 1])
const table = segment(0xdb, [0, 1, 2])
const scan = [...segment(0xda, [1, 2, 3]), 0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]
const end = [0xff, 0xd9]
const plain = Uint8Array.from([...start, ...jfif, ...profile, ...adobe, ...table, ...scan, ...scan, ...end])

describe("what a JPEG says beside its picture", () => {
  it("JPEG that says nothing, stays byte for byte, with its colour profile and its colour mark", () => {
    const read = readJpeg(plain)
    expect(read?.facts).toEqual({ orientation: 1, metadata: false, place: false, whole: true })
    expect(Buffer.from(read?.bare ?? []).equals(plain)).toBe(true)
  })

  it.each([
    ["by a phone that counts from the big end", true],
    ["by one that counts from the little end", false],
  ])("JPEG written %s, loses device, place, author and what follows it, and nothing else", (_, big) => {
    const read = readJpeg(asPhoneWrites(plain, 6, { big }))
    expect(read?.facts).toEqual({ orientation: 6, metadata: true, place: true, whole: true })
    expect(Buffer.from(read?.bare ?? []).equals(plain)).toBe(true)
    const text = Buffer.from(read?.bare ?? []).toString("latin1")
    expect(phoneWords.filter((word) => text.includes(word))).toEqual([])
  })

  it("small picture within the JFIF mark, goes, because it may show what was cut off", () => {
    const small = segment(0xe0, [...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 1, 1, 7, 7, 7])
    const read = readJpeg(Uint8Array.from([...start, ...small, ...table, ...scan, ...end]))
    expect([...(read?.bare ?? [])]).toEqual([...start, ...jfif, ...table, ...scan, ...end])
  })

  it("zeros after the end, which fill up a block of a disk, are no metadata", () => {
    expect(readJpeg(Uint8Array.from([...plain, 0, 0, 0]))?.facts.metadata).toBe(false)
  })

  it("JPEG cut at any place, is never taken for a whole one", () => {
    for (let length = 2; length < plain.length; length += 1)
      expect(readJpeg(plain.subarray(0, length))?.bare).toBeNull()
  })

  it("bytes of another kind, are no JPEG", () => {
    expect(readJpeg(new Uint8Array())).toBeNull()
    expect(readJpeg(Buffer.from("%PDF-1.7"))).toBeNull()
  })

  it("any bytes, are read or not, and what is read bare says nothing when read again", () => {
    const piece = fc.oneof(
      fc.constantFrom(jfif, profile, adobe, table, scan, end, [0xff], [0xff, 0xe1, 0, 8]),
      fc.array(fc.nat(255), { maxLength: 40 }),
      fc
        .tuple(fc.constantFrom(0xe1, 0xe5, 0xed, 0xfe), fc.array(fc.nat(255), { maxLength: 30 }))
        .map(([code, body]) => segment(code, body)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, begun) => {
        const read = readJpeg(Uint8Array.from([...(begun ? start : []), ...pieces.flat()]))
        if (!read?.bare) return
        const again = readJpeg(read.bare)
        expect(again?.facts).toEqual({ orientation: 1, metadata: false, place: false, whole: true })
        expect(Buffer.from(again?.bare ?? []).equals(read.bare)).toBe(true)
      }),
      runs(5_000),
    )
  })

  it("any bytes as EXIF, give an orientation of the eight", () => {
    const marks = fc.constantFrom("II*\0\x08\0\0\0", "MM\0*\0\0\0\x08", "")
    fc.assert(
      fc.property(marks, fc.uint8Array({ maxLength: 200 }), (mark, rest) => {
        const { orientation } = exifFacts(Buffer.concat([Buffer.from(mark, "latin1"), rest]))
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(orientation)
      }),
      runs(5_000),
    )
  })
})
