import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { headBytes, sampleOf } from "./file-sample"
import { decodedText, isBlankText, textEncoding } from "./text-encoding"

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"))
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
const encodingOf = (bytes: Uint8Array) => textEncoding(sampleOf("a.txt", bytes))

describe("encoding of a text", () => {
  it.each([
    ["plain letters", latin("Compte rendu"), "utf-8"],
    ["UTF-8", utf8("Né à Brœil, 12 € 🩻"), "utf-8"],
    ["Latin-1", latin("Né à l'hôpital"), "latin-1"],
    [
      "Windows, with its euro and its quotes",
      Uint8Array.from([...latin("prix 12 "), 0x80, 0x93, 0x94]),
      "latin-1",
    ],
    ["a byte that Windows has no sign for", Uint8Array.from([...latin("compte rendu"), 0x81]), null],
    ["mostly accents", latin("éàùéàùé abc"), null],
    ["a zero", latin("a\u0000b"), null],
    ["an escape", latin("a\u001bb"), null],
    ["nothing", new Uint8Array(), null],
    ["UTF-16 of an odd length", Uint8Array.from([0xff, 0xfe, 0x41]), null],
    ["UTF-16 with half a pair", Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x3e, 0xd8, 0x41, 0]), null],
  ])("%s", (_, bytes, encoding) => expect(encodingOf(bytes)).toBe(encoding))

  it("UTF-8 cut by the sample within a character, is still UTF-8", () => {
    for (const shift of [0, 1, 2, 3]) {
      const bytes = utf8("a".repeat(shift) + "🩻é".repeat(headBytes / 4))
      expect(encodingOf(bytes)).toBe("utf-8")
    }
  })

  it("text of Unicode, is read back in each of the three encodings that hold it", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((it) => !/\p{Cc}|\ufeff|\ufffd/u.test(it))
    fc.assert(
      fc.property(text, (words) => {
        const wide = Buffer.from(`\ufeff${words}`, "utf16le")
        for (const bytes of [utf8(words), new Uint8Array(wide), new Uint8Array(Buffer.from(wide).swap16())]) {
          const encoding = encodingOf(bytes)
          expect(encoding).not.toBeNull()
          if (encoding) expect(decodedText(bytes, encoding).replace("\ufeff", "")).toBe(words)
        }
      }),
    )
  })

  it("any bytes, give an encoding or none, and never a blank text that says something", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const sample = sampleOf("", bytes)
        const encoding = textEncoding(sample)
        if (encoding && isBlankText(sample, encoding))
          expect(decodedText(bytes, encoding).trim()).not.toMatch(/\w/)
      }),
      { numRuns: 500 },
    )
  })
})
