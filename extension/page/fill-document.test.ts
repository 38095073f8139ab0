// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, completeFrames, documentWith } from "../../test/dom"
import {
  documentForms,
  documentPlace,
  preparedFile,
  preparedText,
  standingIn,
} from "../../test/markups/document-forms"
import { mount } from "../../test/markups/mount"
import type { DocumentAnswers, Fillable, Outcome } from "../portals/vocabulary"
import { PageFiller } from "./fill"

beforeAll(completeDom)

const empty = {
  mode: "file",
  file: "",
  text: "",
  type: "",
  title: "",
  date: "25/11/2026",
  comment: "",
  visibility: "",
}
const filled = {
  type: "CR d'imagerie médicale",
  title: "Radio du genou",
  date: "15/01/2026",
  comment: "Sans particularité.",
  visibility: "1",
}
const field = (id: string) => document.getElementById(id) as HTMLInputElement
const short = (it: Outcome) => ("reason" in it ? `${it.outcome}: ${it.reason}` : it.outcome)

async function open(html = documentForms["known ids"] ?? "") {
  await mount(documentWith(html))
  completeFrames(document)
  const filler = new PageFiller(document, documentPlace)
  const fill = (
    prepared: DocumentAnswers = preparedFile,
    overwrite: Fillable[] = [],
  ): Record<string, string> => {
    const result = filler.fillDocument({ page: "webps.add-document", prepared, overwrite, peopleMark: 0 })
    if (!("receipt" in result)) return { refusal: result.refusal }
    return Object.fromEntries(result.receipt.outcomes.map((it) => [it.field, short(it)]))
  }
  return { fill, filler }
}

describe("document form in each markup", () => {
  it.each(Object.entries(documentForms))("%s, file is written and undone", async (_name, html) => {
    const { fill, filler } = await open(html)
    expect(standingIn(document)).toEqual(empty)
    expect(new Set(Object.values(fill()))).toEqual(new Set(["filled"]))
    expect(standingIn(document)).toEqual({ mode: "file", file: "radio.pdf", text: "", ...filled })
    expect(filler.undo()).toEqual({ undone: 6, left: 0, unchecked: 0 })
    expect(standingIn(document)).toEqual(empty)
  })

  it.each(Object.entries(documentForms))("%s, text is written and undone", async (_name, html) => {
    const { fill, filler } = await open(html)
    expect(new Set(Object.values(fill(preparedText)))).toEqual(new Set(["filled"]))
    expect(standingIn(document)).toEqual({
      mode: "text",
      file: "",
      text: "Bonjour,\nune note fictive.",
      ...filled,
    })
    expect(filler.undo()).toMatchObject({ undone: 7, left: 0 })
    expect(standingIn(document)).toEqual(empty)
  })
})

describe("file", () => {
  it("bytes that did not all come, are refused and nothing is written", async () => {
    const { fill } = await open()
    for (const bytes of [btoa("%PDF"), "no base64 !"]) {
      const content = { ...preparedFile.content, bytes } as DocumentAnswers["content"]
      expect(fill({ ...preparedFile, content })).toEqual({ refusal: "file-damaged" })
    }
    expect(standingIn(document)).toEqual(empty)
  })

  it("bytes, are those that came, under their name and type", async () => {
    const { fill } = await open()
    fill()
    const [file] = field("file").files ?? []
    expect([file?.name, file?.type, await file?.text()]).toEqual([
      "radio.pdf",
      "application/pdf",
      "%PDF-1.7 fictif",
    ])
  })

  it("page that makes a title of the file's name, gets ours all the same", async () => {
    const { fill, filler } = await open()
    field("file").addEventListener("change", () => {
      if (field("file").files?.length) field("TitreDocument").value = "radio"
    })
    expect(fill()).toMatchObject({ "document.title": "filled" })
    expect(field("TitreDocument").value).toBe("Radio du genou")
    filler.undo()
    expect(field("TitreDocument").value).toBe("")
  })

  it("file that a person chose, is left until they agree, and comes back when undone", async () => {
    const { fill, filler } = await open()
    const theirs = new File(["x"], "radio.pdf")
    field("file").files = [theirs] as unknown as FileList
    expect(fill()).toMatchObject({
      "document.content": "left: already-filled",
      "document.title": "left: beside-other-document",
    })
    expect(fill(preparedFile, ["document.content"])).toMatchObject({ "document.content": "filled" })
    filler.undo()
    expect([...(field("file").files ?? [])]).toEqual([theirs])
  })

  it("page that throws the file away, is said", async () => {
    const { fill } = await open()
    field("file").addEventListener("change", () => {
      field("file").files = [] as unknown as FileList
    })
    expect(fill()).toMatchObject({ "document.content": "refused: not-kept", "document.title": "filled" })
  })

  it("field that appears only once it is chosen, is found then", async () => {
    const { fill } = await open()
    const [textRow, textRadio] = [field("texteLibre").parentElement, field("m1")]
    textRow?.setAttribute("hidden", "")
    textRadio.addEventListener("change", () => textRow?.removeAttribute("hidden"))
    expect(fill(preparedText)).toMatchObject({ "document.mode": "filled", "document.content": "filled" })
    expect(field("texteLibre").value).toBe("Bonjour,\nune note fictive.")
  })

  it("two file fields of the same label, are a refusal", async () => {
    const html = (documentForms["labels alone"] ?? "").replace(
      "</form>",
      '<label for="y">Joindre un fichier (une autre fois)</label><input type="file" id="y"></form>',
    )
    const { fill } = await open(html)
    expect(fill()).toMatchObject({
      "document.content": "refused: field-ambiguous",
      "document.title": "filled",
    })
  })
})

describe("type", () => {
  it("label that the list does not have, is refused by name", async () => {
    const { fill } = await open()
    expect(fill({ ...preparedFile, labels: ["Synthèse"] })).toMatchObject({
      "document.type": "refused: type-not-offered",
    })
    expect(field("typeDocument").value).toBe("")
  })

  it("label that two options have, is refused; a hint behind a label is part of it", async () => {
    const { fill } = await open()
    field("typeDocument").insertAdjacentHTML("beforeend", '<option value="z">CR d’imagerie médicale</option>')
    expect(fill()).toMatchObject({ "document.type": "refused: type-ambiguous" })
    expect(fill({ ...preparedFile, labels: ["Prescription"] })).not.toMatchObject({
      "document.type": "filled",
    })
  })

  it("among several lists of one name, the one that offers it is taken", async () => {
    const html = (documentForms["labels alone"] ?? "").replace(
      "</form>",
      '<label for="y">Type du document</label><select id="y"><option value="">-</option><option>Photo</option></select></form>',
    )
    const { fill } = await open(html)
    expect(fill()).toMatchObject({ "document.type": "filled" })
    expect([field("x-typeDocument").value, field("y").value]).toEqual(["CR d'imagerie médicale", ""])
  })

  it("another type that a person chose, keeps the document off", async () => {
    const { fill } = await open()
    field("typeDocument").value = "CR opératoire"
    expect(fill()).toMatchObject({
      "document.type": "left: already-filled",
      "document.content": "left: beside-other-document",
    })
  })
})

describe("visibility", () => {
  it("exactly what was chosen, and nothing else, is checked", async () => {
    const { fill } = await open()
    fill({ ...preparedFile, visibility: ["not-professionals"] })
    expect(standingIn(document).visibility).toBe("2")
  })

  it("box that a person checked otherwise, stays; replaced only when they agree, and undone to what they had", async () => {
    const { fill, filler } = await open()
    field("box2").checked = true
    expect(fill()).toMatchObject({ "document.visibility": "left: already-filled" })
    expect(standingIn(document).visibility).toBe("2")
    expect(fill(preparedFile, ["document.visibility"])).toMatchObject({ "document.visibility": "filled" })
    expect(standingIn(document).visibility).toBe("1")
    filler.undo()
    expect(standingIn(document).visibility).toBe("2")
  })

  it("choice that the portal does not offer for this patient, is refused by name", async () => {
    const { fill } = await open()
    expect(fill({ ...preparedFile, visibility: ["not-patient", "not-representatives"] })).toMatchObject({
      "document.visibility": "refused: field-not-found",
    })
    expect(standingIn(document).visibility).toBe("")
  })

  it("two boxes that say the same, are a refusal", async () => {
    const { fill } = await open()
    field("box1").parentElement?.insertAdjacentHTML(
      "afterend",
      '<label><input type="checkbox"> Document non visible par le patient</label>',
    )
    const nameless = document.querySelectorAll("[type=checkbox]")
    for (const box of nameless) box.removeAttribute("id")
    for (const label of document.querySelectorAll("label[for^=box]"))
      label.previousElementSibling?.setAttribute("id", label.getAttribute("for")?.replace("box", "b") ?? "")
    for (const label of document.querySelectorAll("label[for^=box]"))
      label.setAttribute("for", label.getAttribute("for")?.replace("box", "b") ?? "")
    expect(fill()).toMatchObject({ "document.visibility": "refused: field-ambiguous" })
  })

  it("page that checks something else beside it, is put back and said", async () => {
    const { fill } = await open()
    field("box1").addEventListener("change", () => {
      field("box0").checked = true
    })
    expect(fill()).toMatchObject({ "document.visibility": "refused: not-kept" })
  })
})

describe("date and texts", () => {
  it("today's date that the page proposes, is replaced; one that a person typed is not", async () => {
    const { fill, filler } = await open()
    fill()
    filler.undo()
    field("d").value = "20/11/2026"
    expect(fill()).toMatchObject({ "document.date": "left: already-filled" })
    expect(field("d").value).toBe("20/11/2026")
  })

  it("form that came back with what was typed, holds a person's date", async () => {
    const html = (documentForms["known ids"] ?? "").replace(
      'data-field="title"',
      'data-field="title" value="Radio du genou"',
    )
    const { fill } = await open(html)
    expect(fill()).toMatchObject({
      "document.title": "already-right",
      "document.date": "left: already-filled",
    })
  })

  it("no comment, is nothing to write nor to tell; one of a person keeps the document off", async () => {
    const { fill, filler } = await open()
    expect(Object.keys(fill({ ...preparedFile, comment: "" }))).not.toContain("document.comment")
    filler.undo()
    field("c").value = "Autre"
    expect(fill({ ...preparedFile, comment: "" })).toMatchObject({
      "document.comment": "left: already-filled",
    })
  })

  it("title longer than its field, is refused and not cut", async () => {
    const { fill } = await open()
    field("TitreDocument").maxLength = 5
    expect(fill()).toMatchObject({ "document.title": "refused: field-too-short" })
    expect(field("TitreDocument").value).toBe("")
  })

  it("buttons of the form, are never pressed", async () => {
    const { fill, filler } = await open()
    const pressed: string[] = []
    for (const button of document.querySelectorAll("button,a"))
      button.addEventListener("click", () => pressed.push("button"))
    document.querySelector("form")?.addEventListener("submit", () => pressed.push("submit"))
    fill()
    filler.undo()
    expect(pressed).toEqual([])
  })
})
