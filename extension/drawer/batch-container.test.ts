import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { joinBytes, utf8 } from "../../shared/protocol/bytes"
import { packBatch, unpackBatch } from "./batch-container"
import type { BatchHeader } from "./batch-header"
import { fakeHeader } from "./fake-batch"

const files = [utf8("%PDF-1.7\n"), utf8("{\\rtf1 x}")]
const header = fakeHeader(files)
const packed = packBatch(header, files)
const bytes = (length = 400) => fc.uint8Array({ maxLength: length }).map((it) => new Uint8Array(it))

describe("container of a batch", () => {
  it("what was packed, is unpacked as it was", () => {
    expect(unpackBatch(packed)).toEqual({ header, files })
  })

  it("any files and texts, come back as they were", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 })
    const given = fc.record({
      files: fc.array(
        bytes().filter((it) => it.length > 0),
        { minLength: 1, maxLength: 8 },
      ),
      text,
    })
    fc.assert(
      fc.property(given, ({ files: some, text: comment }) => {
        const made = fakeHeader(some, { comment })
        expect(unpackBatch(packBatch(made, some))).toEqual({ header: made, files: some })
      }),
    )
  })

  it("any bytes, behind our mark or not, are a batch or a refusal", () => {
    const one = fc.oneof(
      bytes(),
      bytes().map((it) => joinBytes(packed.subarray(0, 12), it)),
      bytes().map((it) => joinBytes(packed.subarray(0, 16), it)),
      fc.nat(packed.length - 1).map((length) => packed.slice(0, length)),
      fc.tuple(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const copy = packed.slice()
        copy[at] = (copy[at] ?? 0) ^ flip
        return copy
      }),
    )
    fc.assert(
      fc.property(one, (some) => {
        const read = unpackBatch(some)
        if ("refusal" in read) expect(["not-a-batch", "newer", "damaged"]).toContain(read.refusal)
        else expect(read.files.map(({ length }) => length)).toEqual(files.map(({ length }) => length))
      }),
      { numRuns: 2_000 },
    )
  })

  it("one byte too many or too few, is damaged", () => {
    expect(unpackBatch(joinBytes(packed, new Uint8Array(1)))).toEqual({ refusal: "damaged" })
    expect(unpackBatch(packed.slice(0, -1))).toEqual({ refusal: "damaged" })
  })

  it("version that is not known yet, is newer, whatever follows", () => {
    const later = packed.slice(0, 16)
    later[11] = 2
    expect(unpackBatch(later)).toEqual({ refusal: "newer" })
  })

  it.each([
    ["no document", { documents: [] }],
    ["a name for the batch that is no random id", { batch: "../../x" }],
    ["no mode", { mode: "test" }],
    ["a format that is not accepted", { content: { kind: "file", name: "x.exe", format: "exe", bytes: 9 } }],
    ["a file of no bytes", { content: { kind: "file", name: "x", format: "pdf", bytes: 0 } }],
    ["a date that is none", { date: "demain" }],
    ["a visibility that nobody knows", { visibility: ["everyone"] }],
  ])("header with %s, is damaged", (_, change) => {
    const [first, ...others] = header.documents
    const wrong = { ...header, documents: [{ ...first, ...change }, ...others], ...change } as BatchHeader
    expect(unpackBatch(packBatch(wrong, files))).toEqual({ refusal: "damaged" })
  })

  it("state of filing or an id smuggled into a header, is not read", () => {
    const [first] = header.documents
    const smuggled = {
      ...first,
      id: "x",
      revision: 9,
      filing: { state: "filed", at: 1 },
    }
    const read = unpackBatch(
      packBatch({ ...header, documents: [smuggled] } as unknown as BatchHeader, files.slice(0, 1)),
    )
    expect("header" in read && Object.keys(read.header.documents[0] as object).sort()).toEqual(
      Object.keys(first as object).sort(),
    )
  })
})
