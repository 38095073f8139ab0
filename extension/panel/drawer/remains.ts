import type { PreparedDocument } from "../../../shared/documents/prepared"
import { keyOfPatient, type Whose } from "./whose"

/** What is still to be filed, and what was. `others`: documents of other patients, and of how many. */
export type Remains = {
  locked: number
  others: { documents: number; patients: number }
  unattached: number
  filed: number
}

export function remainsOf(
  documents: readonly PreparedDocument[],
  whose: (document: PreparedDocument) => Whose,
): Remains {
  const open = documents.filter(({ filing }) => filing.state !== "filed")
  const of = (...wanted: Whose[]) => open.filter((document) => wanted.includes(whose(document)))
  const others = of("other", "cannot-tell")
  return {
    locked: of("locked").length,
    others: {
      documents: others.length,
      patients: new Set(others.map(({ patient }) => keyOfPatient(patient))).size,
    },
    unattached: of("unattached").length,
    filed: documents.length - open.length,
  }
}
