import type { PreparedDocument } from "../../../shared/documents/prepared"
import { typeLabel } from "../../../shared/documents/types"
import type { FillTarget } from "../../messages/commands"
import { useSurroundings } from "../context"
import { Note } from "../note"
import { useDrawer } from "./drawer-context"
import { fillOfForm } from "./filing-place"
import { nameOfPatient } from "./whose"

/** The one click that fills the portal's form with a document. What came of it is told above the list. */
export function FillFormButton({ document, target }: { document: PreparedDocument; target: FillTarget }) {
  const { text, send } = useSurroundings()
  const { state, patient } = useDrawer()
  const { id, revision } = document
  const label = typeLabel(document.type ?? "")
  const fill = (pageChecked: boolean) => () =>
    send({ command: "file-document", id, revision, label, target, overwrite: [], pageChecked })
  const last = fillOfForm(state)
  if (patient && last?.state === "refused" && last.reason === "page-patient-unsure") {
    return (
      <Note tone="warn" title={text("docs_page_unsure", { name: nameOfPatient(patient) })}>
        <p>{text("docs_page_unsure_detail")}</p>
        <button type="button" class="second" data-action="page-checked" onClick={fill(true)}>
          {text("docs_page_checked", { name: nameOfPatient(patient) })}
        </button>
      </Note>
    )
  }
  return (
    <div class="actions">
      <button type="button" data-action="fill-document" data-document={id} onClick={fill(false)}>
        {text("docs_fill_form")}
      </button>
    </div>
  )
}
