import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { foldText } from "../fold-text"
import { traitsOfHolder } from "../identity/traits-of-source"
import { nameWords } from "./patient-words"
import { charactersOutside, cutTitle, maxTitle, problemsOfTitle } from "./title"
import { titleFromName } from "./title-from-name"

const zoe = nameWords({ source: "typed", familyName: "ADRUN", givenName: "ZOE" })

describe("title as typed", () => {
  it.each([
    ["Compte rendu opératoire", []],
    ["CR 3 - genou", []],
    ["", ["title-missing"]],
    ["   ", ["title-missing"]],
    ["a".repeat(50), []],
    [` ${"a".repeat(50)} `, []],
    ["a".repeat(51), ["title-too-long"]],
    ["Compte rendu d'imagerie", ["title-characters"]],
    ["Radio 🦴", ["title-characters"]],
    ["Radio\nface", ["title-characters"]],
    ["IRM 2 75 12 63 220 749 74", ["title-number"]],
    ["Ordonnance ADRUN", ["title-names-patient"]],
    ["Ordonnance de Zoé", ["title-names-patient"]],
  ])("« %s »: %j", (title, problems) => expect(problemsOfTitle(title, zoe)).toEqual(problems))

  it("every character that Mon espace santé forbids, is outside the plain set", () => {
    const forbidden = "<>\"«»=+'‘`.,;:&?![]{}|/%@~^§¤²µ"
    expect(charactersOutside(`a ${forbidden} b`)).toEqual([...forbidden])
  })

  it("long text, is cut after a word", () => {
    expect(cutTitle("Compte rendu de la consultation de chirurgie orthopédique")).toBe(
      "Compte rendu de la consultation de chirurgie",
    )
    expect(cutTitle("a".repeat(80))).toHaveLength(50)
  })
})

describe("title from the name of a file", () => {
  it.each([
    ["CR_operatoire_20260312.pdf", "CR operatoire"],
    ["CR opératoire 12-03-2026.pdf", "CR opératoire"],
    ["CompteRenduOperatoire.pdf", "Compte Rendu Operatoire"],
    ["COMPTE RENDU D'HOSPITALISATION.PDF", "Compte rendu hospitalisation"],
    ["Compte rendu d’imagerie (2).pdf", "Compte rendu imagerie"],
    ["ordonnance.pdf.exe", "Ordonnance"],
    ["ADRUN_Zoe_ordonnance_2026-03-12.pdf", "Ordonnance"],
    ["Mme ADRUN Zoé - IRM du genou droit.pdf", "IRM du genou droit"],
    ["adrunzoe_radio.jpg", "Radio"],
    ["275126322074974_bilan.pdf", "Bilan"],
    ["2 75 12 63 220 749 74 bilan sanguin.pdf", "Bilan sanguin"],
    ["résultats%20labo+NFS.pdf", "Résultats labo NFS"],
    ["CR consultation 12.03.2026 14h30.pdf", "CR consultation"],
    ["ECG.tiff", "ECG"],
    ["../../etc/ordonnance.pdf", "Ordonnance"],
    ["cod\u202efdp.exe", "Codfdp"],
  ])("%s: %s", (name, title) => expect(titleFromName(name, zoe)).toBe(title))

  it.each([
    "IMG_1234.JPG",
    "IMG-20260312-WA0007.jpg",
    "DSC00012.jpg",
    "PXL_20260312_101500123.jpg",
    "Scan_20260312.pdf",
    "document (3).pdf",
    "scan 12-03-2026.pdf",
    "20260312.pdf",
    "ADRUN Zoé.pdf",
    "WhatsApp Image 2026-03-12 at 10.15.00.jpeg",
    "Capture d'écran 2026-03-12 101500.png",
    "🩻.pdf",
    "",
    ".pdf",
    "...",
  ])("%s, says nothing", (name) => expect(titleFromName(name, zoe)).toBeNull())

  test("name of a patient, never gets into it, however it is written", () => {
    const holders = fc.constantFrom(...Object.values(people))
    const around = fc.constantFrom("CR", "ordonnance", "Compte rendu", "radio du genou", "bilan")
    const joint = fc.constantFrom(" ", "_", "-", ".", "", ", ", "__")
    const style = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => text.charAt(0) + text.slice(1).toLowerCase(),
    )
    fc.assert(
      fc.property(holders, around, joint, style, fc.boolean(), (holder, words, separator, styled, first) => {
        const { familyName, givenName } = holder
        const name = [styled(familyName), styled(givenName)].join(separator)
        const file = `${first ? `${name} ${words}` : `${words} ${name}`}.pdf`
        const title = titleFromName(file, nameWords(traitsOfHolder({ rank: 1, ...holder })))
        const folded = foldText(title ?? "").replaceAll(" ", "")
        expect(folded).not.toContain(familyName.toLowerCase())
        expect(foldText(title ?? "").split(" ")).not.toContain(givenName.toLowerCase())
      }),
      { numRuns: 1_000 },
    )
  })

  test("any name, gives nothing or a right title without a long number", () => {
    const part = fc.constantFrom(
      "CR",
      "IMG",
      "_",
      "2026",
      "12.03.2026",
      "275126322074974",
      "ADRUN",
      "zoé",
      "d'",
      ".pdf",
      "é",
    )
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
    )
    fc.assert(
      fc.property(name, (text) => {
        const title = titleFromName(text, zoe)
        if (title === null) return
        expect(problemsOfTitle(title, zoe)).toEqual([])
        expect(title.length).toBeLessThanOrEqual(maxTitle)
        expect(title).not.toMatch(/\d{5}/)
      }),
      { numRuns: 1_000 },
    )
  })
})
