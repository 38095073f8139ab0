import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"
import { remainsOf } from "./remains"
import { nameOfPatient, whoseIs } from "./whose"

/** What is still to be filed: for the locked patient, for others, for nobody yet; and what was filed. */
export function RemainsLine() {
  const { text } = useSurroundings()
  const { documents, state, patient } = useDrawer()
  if (documents.length === 0) return null
  const remains = remainsOf(documents, (document) => whoseIs(document, state.patient))
  const { locked, others, unattached, filed } = remains
  const parts = [
    patient && text.count("docs_left_locked", locked, { name: nameOfPatient(patient) }),
    others.documents > 0 &&
      text.count("docs_left_others", others.documents, {
        patients: text.count("docs_patients", others.patients),
      }),
    unattached > 0 && text.count("docs_left_unattached", unattached),
    filed > 0 && text.count("docs_left_filed", filed),
  ].filter((part): part is string => typeof part === "string")
  return (
    <p class="sub remains" data-remains={`${locked} ${others.documents} ${unattached} ${filed}`}>
      {parts.join(" · ")}
    </p>
  )
}
