import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Confidentiality } from "../session"
import {
  checkDocument,
  type DocumentForm,
  readDocumentForm,
  documentSentences as say,
} from "./check-document"

const file = { name: "radio.PDF", size: 1_000, type: "application/pdf" }
const right: DocumentForm = {
  mode: "file",
  text: "",
  type: "CR d'imagerie médicale",
  title: "Radio du genou",
  date: "23/11/2026",
  comment: "",
  confidentiality: ["visible"],
}
const context = { matricule: "275126322074974", minor: false, today: "20261123" }

const messages = (form: Partial<DocumentForm>, its: Partial<typeof file> | null = {}, minor = false) => {
  const checked = checkDocument({ ...right, ...form }, its === null ? undefined : { ...file, ...its }, {
    ...context,
    minor,
  })
  return "errors" in checked ? checked.errors.map(({ message }) => message) : []
}

describe("document form", () => {
  test.each<[string, Partial<DocumentForm>, string[]]>([
    ["all right", {}, []],
    ["no title", { title: " " }, [say.titleMissing]],
    ["title of 50", { title: "a".repeat(50) }, []],
    ["title of 51", { title: "a".repeat(51) }, [say.titleTooLong]],
    ["type not chosen", { type: "" }, [say.typeMissing]],
    ["type of another list", { type: "Autre" }, [say.typeMissing]],
    ["no date", { date: "" }, [say.dateMissing]],
    ["date that no month has", { date: "31/02/2026" }, [say.dateFormat]],
    ["date of tomorrow", { date: "24/11/2026" }, [say.dateFuture]],
    ["comment of 1000", { comment: "a".repeat(1000) }, []],
    ["comment of 1001", { comment: "a".repeat(1001) }, [say.commentTooLong]],
    ["text not written", { mode: "text" }, [say.textMissing]],
    ["text written", { mode: "text", text: "Bonjour" }, []],
  ])("%s", (_, form, expected) => {
    expect(messages(form)).toEqual(expected)
  })

  test.each<[string, Partial<typeof file> | null, string[]]>([
    ["none", null, [say.fileMissing]],
    ["empty", { size: 0 }, [say.fileEmpty]],
    ["too large", { size: 5_000_001 }, [say.fileTooLarge]],
    ["of another format", { name: "radio.docx" }, [say.fileFormat]],
    ["without extension", { name: "pdf" }, [say.fileFormat]],
    ["tiff", { name: "a.b.tiff" }, []],
  ])("file, %s", (_, its, expected) => {
    expect(messages({}, its)).toEqual(expected)
  })

  test.each<[Confidentiality[], boolean, string[]]>([
    [[], false, [say.confidentialityMissing]],
    [["not-patient"], false, []],
    [["not-professionals"], false, []],
    [["not-patient", "not-professionals"], false, [say.exclusive]],
    [["visible", "not-patient"], false, [say.visibleAlone]],
    [["not-representatives"], false, [say.minorsOnly]],
    [["not-representatives"], true, []],
    [["not-professionals", "not-representatives"], true, []],
  ])("confidentiality %j, minor %s", (confidentiality, minor, expected) => {
    expect(messages({ confidentiality }, {}, minor)).toEqual(expected)
  })

  test("any form gives a document or errors, never an exception", () => {
    const names = fc.constantFrom(
      "modeDocument",
      "TitreDocument",
      "dateDocument",
      "confidentiality",
      "typeDocument",
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const checked = checkDocument(readDocumentForm(new URLSearchParams(pairs)), undefined, context)
        expect("errors" in checked).toBe(true)
      }),
    )
  })
})
