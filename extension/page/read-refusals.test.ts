// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { documentForm } from "../../bridge/training/portals/webps/document-form"
import { completeDom, documentWith } from "../../test/dom"
import { PageLook } from "./look"
import { shownRefusals } from "./read-refusals"

beforeAll(completeDom)

const read = (html: string) => shownRefusals(new PageLook(documentWith(html)))
const form = {
  mode: "file",
  text: "",
  type: "",
  title: "",
  date: "",
  comment: "",
  confidentiality: [],
} as const

describe("sentences of refusal", () => {
  it("summary and fields of the imitation, each sentence once", () => {
    const errors = [
      { field: "TitreDocument", message: "Vous devez fournir un titre pour le document" },
      { field: "dateDocument", message: "Saisir la date du document" },
    ]
    expect(read(documentForm({ form, matricule: "", minor: false, errors }).text)).toEqual([
      "Certaines données n'ont pas été acceptées",
      "Vous devez fournir un titre pour le document",
      "Saisir la date du document",
    ])
  })

  it.each([
    ['<div class="alert-danger"><p>Le fichier est vide</p></div>'],
    ['<ul class="messageErreur"><li>Le fichier est vide</li></ul>'],
    ['<input aria-invalid="true" aria-errormessage="e"><p id="e">Le fichier est vide</p>'],
    ['<div aria-live="assertive"><span>Le fichier</span> est vide</div>'],
  ])("%s, is read", (html) => expect(read(html)).toEqual(["Le fichier est vide"]))

  it("form without a refusal, hidden marks and single words, say nothing", () => {
    expect(read(documentForm({ form, matricule: "", minor: false, errors: [] }).text)).toEqual([])
    expect(
      read('<p class="error" hidden>Le fichier est vide</p><p class="error">Fermer</p><p>Le titre</p>'),
    ).toEqual([])
  })

  it("page full of marks, is read as far as a form has fields", () => {
    const many = Array.from({ length: 500 }, (_, at) => `<p class="error">La ligne ${at} est vide</p>`)
    expect(read(many.join("")).length).toBeLessThanOrEqual(12)
  })
})
