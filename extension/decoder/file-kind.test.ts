import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeRefusals } from "./decoded"
import { fileKind } from "./file-kind"

const bytes = (text: string) => new TextEncoder().encode(text)
const png = (width: number, height: number) => {
  const head = Buffer.from("89504e470d0a1a0a0000000d4948445200000000000000000802000000", "hex")
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}
const kindOf = (head: Uint8Array, size = head.length) => fileKind(head, size)

describe("kind of a file", () => {
  it("PDF, is one by its mark, also after a few bytes of something else", () => {
    expect(kindOf(bytes("%PDF-1.7 …"))).toEqual({ kind: "pdf" })
    expect(kindOf(bytes("\n\n%PDF-1.4"))).toEqual({ kind: "pdf" })
  })

  it("image of a page, is one; one that would fill the memory is refused before it is unpacked", () => {
    expect(kindOf(png(2480, 3508))).toEqual({ kind: "image" })
    expect(kindOf(png(40_000, 40_000))).toEqual({ refusal: "image-too-large" })
  })

  it.each([
    ["nothing", new Uint8Array(), 0, "file-empty"],
    ["a huge file", bytes("%PDF-1.7"), 50_000_001, "file-too-large"],
    ["a text", bytes("Compte rendu"), 12, "file-kind"],
    [
      "a vector drawing, which can hold anything",
      bytes('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'),
      64,
      "file-kind",
    ],
    ["a cut JPEG", Buffer.from("ffd8ffe0", "hex"), 4, "image-damaged"],
  ])("%s, is refused by name", (_, head, size, refusal) => {
    expect(kindOf(head, size)).toEqual({ refusal })
  })

  it("any bytes, give a kind or a refusal of the list", () => {
    const starts = fc.constantFrom(
      "",
      "%PDF-",
      "\u0089PNG\r\n\u001a\n",
      "ÿØÿ",
      "GIF89a",
      "RIFF",
      "BM",
      "II*\u0000",
    )
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), fc.nat(60_000_000), (start, rest, size) => {
        const answer = kindOf(Buffer.concat([Buffer.from(start, "latin1"), rest]), size)
        if ("refusal" in answer) expect(decodeRefusals).toContain(answer.refusal)
        else expect(["pdf", "image"]).toContain(answer.kind)
      }),
      { numRuns: 2_000 },
    )
  })
})
