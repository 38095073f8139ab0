import type { PreparedDocument } from "../../../shared/documents/prepared"
import { frenchDate } from "../../../shared/identity/birth-date"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"
import type { RowStatus } from "./status"
import { nameOfPatient } from "./whose"

/** Whose the document is. Nothing is attached, and nothing changes hands, without a click that says to whom. */
export function PatientPart({ document, status }: { document: PreparedDocument; status: RowStatus }) {
  const { text } = useSurroundings()
  const { patient: locked, attach, change } = useDrawer()
  const { patient, id } = document
  if (!patient) {
    return (
      <div class="patient-part" data-patient="none">
        <p class="hint warn">{text(locked ? "docs_unattached" : "docs_unattached_no_patient")}</p>
        {locked && (
          <button type="button" class="second" data-action="attach" onClick={() => attach(document)}>
            {text("docs_attach", { name: nameOfPatient(locked) })}
          </button>
        )}
      </div>
    )
  }
  const { birthDate } = patient.traits
  return (
    <div class="patient-part" data-patient={status.whose}>
      <p>
        <span class="sub">{text("docs_patient")}</span> <b>{nameOfPatient(patient)}</b>
        {birthDate && <span class="sub"> {frenchDate(birthDate)}</span>}{" "}
        <button type="button" class="link" data-action="detach" onClick={() => change(id, { patient: null })}>
          {text("docs_detach")}
        </button>
      </p>
      {status.whose === "other" && locked && <p class="hint">{text("docs_of_other")}</p>}
      {status.whose === "cannot-tell" && <p class="hint warn">{text("docs_of_unsure")}</p>}
    </div>
  )
}
