import type { PreparedDocument } from "../../../shared/documents/prepared"
import type { Traits } from "../../../shared/identity/traits"

const zoe: Traits = { source: "vitale", familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" }

/** A document of a fictitious patient, ready to be filed. */
export function aDocument(change: Partial<PreparedDocument> = {}): PreparedDocument {
  return {
    id: "a",
    revision: 1,
    order: 0,
    added: 0,
    patient: { mode: "training", traits: zoe },
    content: { kind: "file", name: "compte rendu.pdf", format: "pdf", bytes: 1000 },
    type: "11488-4",
    title: "Radio du genou",
    date: "2026-03-12",
    comment: "",
    visibility: ["visible"],
    proposals: {},
    otherPatient: null,
    filing: { state: "waiting" },
    ...change,
  }
}

/** Documents with these ids, in this order. */
export const inOrder = (...ids: string[]) => ids.map((id, order) => aDocument({ id, order, title: id }))
