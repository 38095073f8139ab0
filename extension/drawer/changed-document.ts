import type { PreparedContent, PreparedDocument } from "../../shared/documents/prepared"
import type { DocumentChange, DrawerRefusal } from "./drawer"
import { filingRefusal } from "./filing-states"

/**
 * A document after what a person or the filing changed on it, or why that can't be. What was filed keeps what its row
 * shows; its text and comment may be of the patient's health and are not needed any more.
 */
export function changedDocument(
  document: PreparedDocument,
  change: DocumentChange,
  mode: "live" | "training",
): PreparedDocument | DrawerRefusal {
  if (document.filing.state === "filed") return "filed"
  if (change.patient && change.patient.mode !== mode) return "other-mode"
  const refusal = change.filing ? filingRefusal(document.filing, change.filing) : null
  if (refusal) return refusal
  const { text, ...traits } = change
  const content = contentWith(document.content, text)
  const next = { ...document, ...traits, content, otherPatient: answeredFor(document, change) }
  if (next.filing.state !== "filed") return next
  return { ...next, content: contentWith(content, ""), comment: "", proposals: {} }
}

function contentWith(content: PreparedContent, text: string | undefined): PreparedContent {
  return content.kind === "text" && text !== undefined ? { kind: "text", text } : content
}

/** « It is right all the same » was said for one patient; for another it is to be asked again. */
function answeredFor({ otherPatient, patient }: PreparedDocument, change: DocumentChange) {
  if (change.otherPatient !== undefined) return change.otherPatient
  const moved = change.patient !== undefined && JSON.stringify(change.patient) !== JSON.stringify(patient)
  return moved && otherPatient ? { ...otherPatient, answered: false } : otherPatient
}
