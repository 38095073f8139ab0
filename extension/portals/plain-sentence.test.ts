import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { documentSentences } from "../../bridge/training/portals/webps/check-document"
import { isPlainSentence } from "./plain-sentence"

describe("sentence of a form that refuses", () => {
  it.each(Object.values(documentSentences))("« %s », may be told", (sentence) => {
    expect(isPlainSentence(sentence)).toBe(true)
  })

  it.each([
    "Certaines données n'ont pas été acceptées",
    "Le format du fichier n'est pas accepté.",
    "Une erreur est survenue lors du chargement du fichier",
    "Le fichier joint est vide ou invalide",
    "La taille du fichier est supérieure à 5 Mo",
  ])("likely wording « %s », may be told", (sentence) => {
    expect(isPlainSentence(sentence)).toBe(true)
  })

  it.each([
    "Le document de ADRUN Zoe est refusé",
    "Le fichier radio-du-genou.pdf est refusé",
    "Le matricule 275126322074974 est inconnu",
    "La date 31/12/1975 est invalide",
    "Écrivez à <a@b.fr>",
    "",
  ])("« %s », is told by the page alone", (sentence) => {
    expect(isPlainSentence(sentence)).toBe(false)
  })

  it("any name, number or date in any sentence, is never told", () => {
    const sentence = fc.constantFrom(...Object.values(documentSentences))
    const theirs = fc.constantFrom("ADRUN", "Zoé", "275126322074974", "1975", "Nessi", "31", "XYZ12")
    fc.assert(
      fc.property(sentence, theirs, fc.nat(), (text, datum, at) => {
        const words = text.split(" ")
        words.splice(at % (words.length + 1), 0, datum)
        expect(isPlainSentence(words.join(" "))).toBe(false)
      }),
    )
  })

  it("any text, gives an answer", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400, unit: "binary" }),
        (text) => typeof isPlainSentence(text) === "boolean",
      ),
    )
  })
})
