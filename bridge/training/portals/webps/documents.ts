import { frenchDate } from "../../../../shared/identity/birth-date"
import { type Html, html } from "../html"
import type { Page } from "../page"
import type { FiledDocument, Session } from "../session"
import { addresses } from "./addresses"
import { documentTraits } from "./document-traits"
import { isSynthesis } from "./document-types"
import { dmpPage } from "./patient-header"
import type { Register } from "./register"

/** The one document that every imitated DMP holds from the start: that of the capture of June 2023. */
const firstDocument = (matricule: string): FiledDocument => ({
  matricule,
  file: { name: "synthese-fictive.pdf", size: 48_000, type: "application/pdf" },
  text: "",
  type: "Synthèse médicale",
  title: "Synthèse fictive",
  date: "20230614",
  comment: "",
  confidentiality: ["visible"],
})

/** The documents of one DMP, the newest first. */
export function documentsOf(session: Session, matricule: string | undefined): readonly FiledDocument[] {
  const filed = (session.filed ?? []).filter((document) => document.matricule === matricule)
  return [firstDocument(matricule ?? ""), ...filed].reverse()
}

export const hiddenFromPatient = (documents: readonly FiledDocument[]) =>
  documents.filter(({ confidentiality }) => confidentiality.includes("not-patient"))

/** The newest synthesis, by the date of the document; there is always one. */
function lastSynthesis(documents: readonly FiledDocument[]): FiledDocument | undefined {
  return documents.filter(({ type }) => isSynthesis(type)).sort((a, b) => b.date.localeCompare(a.date))[0]
}

export const lastSynthesisDate = (documents: readonly FiledDocument[]) =>
  frenchDate(lastSynthesis(documents)?.date ?? "")

export const documentsPages = (register: Register): readonly Page[] => [
  {
    path: addresses.list,
    get: dmpPage(register, "Liste des documents", (person, { session }) =>
      list(documentsOf(session, person.matricule)),
    ),
  },
  {
    path: addresses.consult,
    get: dmpPage(register, "Dernier document de synthèse", (person, { session }) => {
      const last = lastSynthesis(documentsOf(session, person.matricule))
      return list(last ? [last] : [])
    }),
  },
  {
    path: addresses.hidden,
    get: dmpPage(register, "Documents non visibles par le patient", (person, { session }) =>
      list(hiddenFromPatient(documentsOf(session, person.matricule))),
    ),
  },
]

function list(documents: readonly FiledDocument[]): Html {
  return html`<h2>${documents.length} document(s)</h2>
${documents.map(
  (document, rank) => html`<div class="zone">
<h3 id="document-${rank + 1}">${document.title}</h3>
${documentTraits(document)}
</div>
`,
)}<p class="actions"><a class="button secondary" href="${addresses.dashboard}">Retour au tableau de bord</a> <a class="button" href="${addresses.add}">Ajouter un document</a></p>`
}
