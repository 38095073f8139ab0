import type { Page } from "../portals/define-page"
import type { DocumentAnswers, Fillable, Outcome } from "../portals/vocabulary"
import { commitPlan } from "./commit"
import type { Drift } from "./drift"
import { PageLook } from "./look"
import { matchPart } from "./match-part"
import { planDocument, type Writable } from "./plan-document"
import { shownErrors } from "./read-outs"
import type { Written } from "./written"

/** The document with its file made out of what came; null where not all of the file came. */
export function writable(answers: DocumentAnswers): Writable | null {
  const { content } = answers
  if (content.kind === "text") return { ...answers, content }
  const bytes = bytesOf(content.bytes)
  if (bytes?.length !== content.size || content.size === 0) return null
  return {
    ...answers,
    content: { kind: "file", file: new File([bytes], content.name, { type: content.media }) },
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(base64)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    // What is no base64 is no file.
    return null
  }
}

/**
 * Fills the form that adds a document. A page may offer the field for a file only once « Joindre un fichier » is chosen:
 * where it is to be chosen, it is chosen first and the form read again.
 */
export function fillDocument(
  page: Page,
  document: Writable,
  overwrite: readonly Fillable[],
  look: PageLook,
  drift: Drift,
): { outcomes: Outcome[]; written: Written[] } {
  const fresh = isFresh(page, look)
  const plan = planDocument(look, page, document, overwrite, fresh)
  const mode = plan.filter(({ field, action }) => field === "document.mode" && action === "choose")
  if (mode.length === 0) return commitPlan(plan, drift)
  const chosen = commitPlan(mode, drift)
  const rest = planDocument(new PageLook(look.document), page, document, overwrite, fresh)
  const done = commitPlan(
    rest.filter(({ field }) => field !== "document.mode"),
    drift,
  )
  return {
    outcomes: [...chosen.outcomes, ...done.outcomes],
    written: [...chosen.written, ...done.written],
  }
}

/** A form that came back with what was typed in it holds a person's date, not the page's proposal. */
function isFresh({ portal, parts }: Page, look: PageLook): boolean {
  const [title] = parts?.["document.title"] ?? []
  const match = title && matchPart(title, look)
  const typed = match && "control" in match && match.control.element.defaultValue !== ""
  return !typed && shownErrors(look, portal).length === 0
}
