import { PageFiller } from "../../extension/page/fill"
import type { DocumentAnswers } from "../../extension/portals/vocabulary"
import { documentPlace, preparedFile, preparedText, standingIn } from "./document-forms"
import { mount } from "./mount"

/** What one document did to one form, told to the test outside the browser. */
export type DocumentRan = {
  said: string[]
  before: Record<string, string>
  filled: Record<string, string>
  /** What a form would send of the file. */
  sent: string | null
  undone: { undone: number; left: number }
  after: Record<string, string>
}

/** The engine as a page of a real browser runs it; bundled by `test/drive/engine.ts`. */
export const documentInPage = {
  async run(kind: "file" | "text"): Promise<DocumentRan> {
    await mount(document)
    const before = standingIn(document)
    const prepared: DocumentAnswers = kind === "file" ? preparedFile : preparedText
    const filler = new PageFiller(document, documentPlace)
    const result = filler.fillDocument({ page: "webps.add-document", prepared, overwrite: [], peopleMark: 0 })
    const said =
      "refusal" in result
        ? [result.refusal]
        : result.receipt.outcomes.map((it) => ("reason" in it ? it.reason : it.outcome))
    const filled = standingIn(document)
    const sent = await sentFile()
    const undone = filler.undo()
    return structuredClone({ said, before, filled, sent, undone, after: standingIn(document) })
  },
}

async function sentFile(): Promise<string | null> {
  const field = document.querySelector<HTMLInputElement>("input[type=file]")
  if (!field?.form) return null
  field.name = "document"
  const file = new FormData(field.form).get("document")
  return file instanceof File && file.size > 0 ? `${file.name} ${file.type} ${await file.text()}` : null
}
