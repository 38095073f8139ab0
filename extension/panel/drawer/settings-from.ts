import type { PreparedDocument } from "../../../shared/documents/prepared"
import type { DocumentChange } from "../../drawer/drawer"

/**
 * What is taken over from the row above: what several documents of one patient have in common. Never the title, which
 * tells them apart, nor the patient, which is an act of its own; and nothing that the row above does not have.
 */
export function settingsFrom({ type, date, comment, visibility }: PreparedDocument): DocumentChange {
  return {
    ...(type !== null && { type }),
    ...(date !== "" && { date }),
    ...(comment !== "" && { comment }),
    ...(visibility.length > 0 && { visibility }),
  }
}
