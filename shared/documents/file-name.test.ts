import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { acceptedFormats, endingsOfFormat } from "./accepted"
import {
  endingAgrees,
  endingOf,
  endingsOf,
  fileNameFor,
  hidesCharacters,
  nameWithoutEndings,
} from "./file-name"

describe("name of a file", () => {
  it.each([
    ["ordonnance.pdf", ["pdf"]],
    ["ordonnance.pdf.exe", ["pdf", "exe"]],
    ["a.jpg.pdf", ["jpg", "pdf"]],
    ["CR 12.03.2026.pdf", ["pdf"]],
    ["Dr.Martin.pdf", ["pdf"]],
    ["ORDONNANCE.PDF. ", ["pdf"]],
    ["sans ending", []],
    [".pdf", ["pdf"]],
    ["dossier.d/lettre", []],
    ["", []],
  ])("%s, has the endings %j", (name, endings) => expect(endingsOf(name)).toEqual(endings))

  it("what stands behind the last dot, is the ending, known or not", () => {
    expect(endingOf("resultats.HPR")).toBe("hpr")
    expect(endingOf("lettre")).toBe("")
    expect(nameWithoutEndings("a.jpg.pdf")).toBe("a")
  })

  it("ending, agrees with what the bytes are, and one that is not known says nothing wrong", () => {
    expect(endingAgrees("a.jpeg", "jpeg")).toBe(true)
    expect(endingAgrees("a.pdf", "jpeg")).toBe(false)
    expect(endingAgrees("a", "jpeg")).toBe(true)
    expect(endingAgrees("resultats.hpr", "txt")).toBe(true)
  })

  it("characters that are not seen, are told", () => {
    expect(hidesCharacters("cod\u202efdp.exe")).toBe(true)
    expect(hidesCharacters("Compte rendu n° 2 – été.pdf")).toBe(false)
  })
})

describe("name to be sent", () => {
  it.each([
    ["ordonnance.pdf", "pdf", "ordonnance.pdf"],
    ["PHOTO.JPEG", "jpeg", "PHOTO.jpeg"],
    ["photo.png", "jpeg", "photo.jpg"],
    ["radio.pdf", "jpeg", "radio.jpg"],
    ["ordonnance.pdf.exe", "pdf", "ordonnance.pdf"],
    ["fax", "tiff", "fax.tif"],
    ["../../etc/passwd", "txt", "passwd.txt"],
    ["C:\\Temp\\a.pdf", "pdf", "a.pdf"],
    ["CON.pdf", "pdf", "document CON.pdf"],
    ["", "pdf", "document.pdf"],
    ["...", "pdf", "document.pdf"],
    ['CR "urgent" <2026> *?|.pdf', "pdf", "CR urgent 2026.pdf"],
    ["cod\u202efdp.exe", "pdf", "codfdp.pdf"],
  ] as const)("%s as %s: %s", (name, format, sent) => expect(fileNameFor(name, format)).toBe(sent))

  it("any name, becomes one that every system takes, and stays it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.constantFrom(...acceptedFormats),
        (name, format) => {
          const sent = fileNameFor(name, format)
          expect(endingsOfFormat[format]).toContain(endingOf(sent))
          expect(sent).not.toMatch(/[<>:"|?*/\\]|\p{Cc}|\p{Cf}|\p{Cs}/u)
          expect(sent).not.toMatch(/^[. ]|^(?:con|prn|aux|nul|com\d|lpt\d)\./i)
          expect([...sent].length).toBeLessThanOrEqual(110)
          expect(fileNameFor(sent, format)).toBe(sent)
          expect(endingAgrees(sent, format)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
