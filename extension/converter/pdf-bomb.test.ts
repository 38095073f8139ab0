import { deflateSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../../test/fuzz/runs"
import { unpacksTooFar } from "./pdf-bomb"

const part = (packed: Uint8Array, filter: string) =>
  Buffer.concat([
    Buffer.from(`5 0 obj\n<< /Length ${packed.length} /Filter ${filter} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream\nendobj\n"),
  ])
const pdf = (...parts: Buffer[]) => Buffer.concat([Buffer.from("%PDF-1.7\n"), ...parts, Buffer.from("%%EOF")])

describe("PDF that unpacks to more than memory holds", () => {
  it("a few hundred kilobytes that are 300 MB of nothing, are a bomb", async () => {
    const bomb = deflateSync(Buffer.alloc(300_000_000, 32))
    expect(bomb.length).toBeLessThan(400_000)
    expect(await unpacksTooFar(pdf(part(Buffer.from("x"), "/DCTDecode"), part(bomb, "/FlateDecode")))).toBe(
      true,
    )
    expect(await unpacksTooFar(pdf(part(bomb, "[ /FlateDecode ]")))).toBe(true)
    // Hundreds of megabytes take their time on a computer that does other things too.
  }, 60_000)

  it("part that is packed twice, is a bomb", async () => {
    expect(await unpacksTooFar(pdf(part(deflateSync(Buffer.alloc(10)), "[/FlateDecode /FlateDecode]")))).toBe(
      true,
    )
  })

  it("scanned page in colour, is none", async () => {
    const page = deflateSync(Buffer.alloc(105_000_000, "grain of a scan, not all the same"))
    expect(await unpacksTooFar(pdf(part(page, "/FlateDecode")))).toBe(false)
  })

  it("long part that is no deflate at all, is none", async () => {
    expect(await unpacksTooFar(pdf(part(Buffer.alloc(400_000, 7), "/FlateDecode")))).toBe(false)
  })

  it("any bytes, are a bomb or not", async () => {
    const piece = fc.constantFrom(
      "stream\n",
      "endstream",
      " obj",
      "/Filter",
      "/FlateDecode",
      "[",
      "]",
      "\r\n",
      "x",
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        expect(typeof (await unpacksTooFar(Buffer.from(pieces.join(""))))).toBe("boolean")
      }),
      runs(1_000),
    )
  })
})
