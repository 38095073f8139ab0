import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { trustedDescription } from "./trusted-description"

const said = {
  document: "0123456789abcdef",
  page: "mes.birth-date",
  reason: null,
  fields: [{ field: "patient.birthDate", state: "ready" }],
  undoable: 0,
  showsPatient: false,
  status: null,
  errors: [],
  parts: [],
  counters: [],
  peopleMark: 0,
  people: [],
  filing: null,
  sentences: [],
  practice: null,
}
const real = "https://www.monespacesante.fr/enrolement"

describe("what a content script says", () => {
  it("known page on its host, is believed", () => {
    const { people: _, filing: __, practice: ___, sentences: ____, ...description } = said
    expect(trustedDescription(said, real)).toEqual({
      description: { ...description, portal: "mes", imitation: false },
      shown: null,
      listed: [],
      filing: null,
      sentences: [],
      practice: null,
    })
  })

  it("real host, can't be passed for an imitation", () => {
    expect(
      trustedDescription({ ...said, imitation: true, portal: "webps" }, real)?.description,
    ).toMatchObject({
      portal: "mes",
      imitation: false,
    })
  })

  it("fields that the page does not have, are left out; those it has are never more than it has", () => {
    const more = { ...said, fields: [{ field: "patient.nir", state: "ready" }] }
    expect(trustedDescription(more, real)?.description.fields).toEqual([
      { field: "patient.birthDate", state: "field-not-found" },
    ])
  })

  it("sentences of refusal, are believed on the form for a document, and only where they can be nobody's", () => {
    const sentences = ["Le fichier est vide", "Le patient ADRUN est inconnu", "Le fichier est vide"]
    const webps = "https://wps-psc.dmp.monespacesante.fr/dmp/ajoutdocument"
    const form = { ...said, page: "webps.add-document", fields: [], sentences }
    expect(trustedDescription(form, webps)?.sentences).toEqual(["Le fichier est vide"])
    expect(trustedDescription({ ...said, sentences }, real)?.sentences).toEqual([])
  })

  it.each([
    ["page of another portal", { ...said, page: "webps.search" }, real],
    ["page that does not exist", { ...said, page: "mes.everything" }, real],
    ["foreign host", said, "https://www.monespacesante.fr.exemple.invalid/"],
    ["no address", said, undefined],
    ["nothing", {}, real],
  ])("%s, is not believed", (_name, message, url) => {
    expect(trustedDescription(message, url)).toBeNull()
  })

  it("situation and practice setting, are believed on the page that asks for them and nowhere else", () => {
    const practice = { situation: "Cabinet individuel", setting: "Ambulatoire" }
    const asking = { ...said, page: "webps.first-connection", practice }
    const portal = "https://wps-psc.dmp.monespacesante.fr/"
    expect(trustedDescription(asking, portal)?.practice).toEqual(practice)
    expect(trustedDescription({ ...asking, page: "webps.search" }, portal)?.practice).toBeNull()
    expect(trustedDescription({ ...said, practice }, real)?.practice).toBeNull()
    const long = { ...practice, setting: "x".repeat(121) }
    expect(trustedDescription({ ...asking, practice: long }, portal)).toBeNull()
  })

  it("anything at all, is a description or null and never an exception", () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (message, url) => {
        expect(trustedDescription(message, url)).toBeNull()
      }),
    )
  })
})
