import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareDocuments, documentIn, documentTraits, maxDocumentText } from "./traits"
import { visibilitiesIn } from "./visibility"

describe("document shown on a page", () => {
  it("list of terms, is read by what portals call them", () => {
    expect(
      documentIn([
        { label: "Titre", value: " Radio  du genou " },
        { label: "Type du document", value: "CR d'imagerie" },
        { label: "Date du document :", value: "24/11/2026" },
        { label: "Fichier", value: "a.pdf (3 ko)" },
        { label: "Confidentialité", value: "Document non visible par le patient : vous souhaitez…" },
        { label: "Nom de naissance", value: "ADRUN" },
      ]),
    ).toEqual({
      title: "Radio du genou",
      type: "CR d'imagerie",
      date: "24/11/2026",
      content: "a.pdf (3 ko)",
      visibility: "not-patient",
    })
  })

  it("any text, gives traits of the known names and a bounded length", () => {
    const list = fc.array(
      fc.record({ label: fc.oneof(fc.string(), fc.constant("Titre")), value: fc.string({ maxLength: 900 }) }),
    )
    fc.assert(
      fc.property(list, (shown) => {
        for (const [trait, value] of Object.entries(documentIn(shown))) {
          expect(documentTraits).toContain(trait)
          expect(value.length).toBeLessThanOrEqual(maxDocumentText)
        }
      }),
    )
  })
})

describe("two documents", () => {
  it("document, is the same as itself, trait by trait", () => {
    const text = fc.string({ minLength: 1, maxLength: 50 }).filter((it) => /[a-z0-9]/i.test(it))
    fc.assert(
      fc.property(text, text, (title, content) => {
        const one = { title, content, comment: "", visibility: "visible" }
        expect(compareDocuments(one, one).map(({ result }) => result)).toEqual(["same", "same", "same"])
      }),
    )
  })

  it("size behind a file's name and the cut end of a text, are the same content", () => {
    const results = (one: string, other: string) =>
      compareDocuments({ content: one }, { content: other }).map(({ result }) => result)
    expect(results("a.pdf", "a.pdf (312 ko)")).toEqual(["same"])
    expect(results("Bonjour, voici le compte rendu", "Bonjour, voici…")).toEqual(["same"])
    expect(results("a.pdf", "b.pdf (312 ko)")).toEqual(["different"])
  })

  it("what one side does not tell, is never called the same", () => {
    expect(compareDocuments({ title: "Radio" }, {})).toEqual([
      { trait: "title", result: "cannot-tell", prepared: "Radio", shown: "" },
    ])
    expect(compareDocuments({ visibility: "visible" }, { visibility: "" })[0]?.result).toBe("cannot-tell")
  })
})

describe("wordings of the confidentiality", () => {
  it.each([
    ["Document visible par toute personne autorisée à accéder aux documents", ["visible"]],
    [
      "Document non visible par le patient : vous souhaitez que ce document ne soit pas visible",
      ["not-patient"],
    ],
    ["Document masqué aux professionnels : visible uniquement par son auteur", ["not-professionals"]],
    ["DOCUMENT INVISIBLE AUX REPRÉSENTANTS LÉGAUX", ["not-representatives"]],
    ["Autre chose", []],
  ])("« %s »", (text, expected) => expect(visibilitiesIn(text)).toEqual(expected))
})
