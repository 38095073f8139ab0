// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { documentForm } from "../../bridge/training/portals/webps/document-form"
import { completeDom, documentWith } from "../../test/dom"
import { addDocument } from "../portals/webps/add-document"
import { firstConnection } from "../portals/webps/first-connection"
import { synthesis } from "../portals/webps/synthesis"
import { partStates } from "./form-parts"
import { PageLook } from "./look"
import { readDocument } from "./read-document"

beforeAll(completeDom)

const form = {
  mode: "file",
  text: "",
  type: "",
  title: "",
  date: "24/11/2026",
  comment: "",
  confidentiality: [],
} as const
/** The imitation's own form, as a person sees it; nothing hides the way that is not chosen here. */
const shown = (more: Partial<Parameters<typeof documentForm>[0]["form"]> = {}) =>
  documentWith(documentForm({ form: { ...form, ...more }, matricule: "1", minor: true, errors: [] }).text)

const states = (document: Document) =>
  Object.fromEntries(partStates(new PageLook(document), addDocument).map(({ part, state }) => [part, state]))

describe("parts of a form that a person fills", () => {
  it("form as it opens, lacks all but the date", () => {
    expect(states(shown())).toEqual({
      "document.content": "empty",
      "document.type": "empty",
      "document.title": "empty",
      "document.date": "given",
      "document.comment": "empty",
      "document.visibility": "empty",
    })
  })

  it("each part filled, is told as given and never with its value", () => {
    const document = shown({
      text: "Bonjour",
      title: "Radio",
      type: "Ordonnance",
      confidentiality: ["visible"],
    })
    const type = document.querySelector("select")
    if (type) type.selectedIndex = 2
    const told = states(document)
    expect(new Set(Object.values({ ...told, "document.comment": "given" }))).toEqual(new Set(["given"]))
    expect(JSON.stringify(told)).not.toContain("Radio")
  })

  it("form without the parts, is not found", () => {
    expect(new Set(Object.values(states(documentWith("<p>Rien</p>"))))).toEqual(new Set(["not-found"]))
  })

  it("two fields of one label, are not found rather than guessed", () => {
    const twice = '<label>Texte libre <input></label><label>Texte libre <input value="x"></label>'
    expect(states(documentWith(twice))["document.content"]).toBe("not-found")
  })

  it("list with its prompt, is empty; with a choice, given", () => {
    const list = (value: string) =>
      documentWith(
        `<label>Sélectionnez la situation <select><option value="">Choisir</option><option value="SA07"${value}>Cabinet individuel</option></select></label>`,
      )
    const state = (document: Document) => partStates(new PageLook(document), firstConnection)[0]?.state
    expect(state(list(""))).toBe("empty")
    expect(state(list(" selected"))).toBe("given")
  })
})

describe("document about to be filed", () => {
  it("form, is read in the page's words", () => {
    const document = shown({
      title: "Radio",
      text: "Bonjour",
      confidentiality: ["not-patient", "not-representatives"],
    })
    expect(readDocument(new PageLook(document), addDocument)).toEqual({
      content: "Bonjour",
      type: "",
      title: "Radio",
      date: "24/11/2026",
      comment: "",
      visibility: "not-patient not-representatives",
    })
  })

  it("synthesis, is read from its list; a page without one tells nothing", () => {
    const html = "<dl><dt>Titre</dt><dd>Radio</dd><dt>Date du document</dt><dd>24/11/2026</dd></dl>"
    const read = (body: string) => readDocument(new PageLook(documentWith(body)), synthesis)
    expect(read(html)).toEqual({ title: "Radio", date: "24/11/2026" })
    expect(read("<p>Rien</p>")).toBeNull()
  })
})
