import { typeLabel } from "../../../shared/documents/types"
import { useSurroundings } from "../context"
import { FillReport } from "../fill-report"
import { useDrawer } from "./drawer-context"
import { fillOfForm, formInFront } from "./filing-place"
import { nameOf } from "./rows"

/** What the portal's form took of the document, part by part; it says which document that was. */
export function DocumentReceipt() {
  const { text, send } = useSurroundings()
  const { state, documents } = useDrawer()
  const target = formInFront(state)
  const fill = fillOfForm(state)
  if (!target || fill?.state !== "done" || fill.prepared === undefined) return null
  const document = documents.find(({ id }) => id === fill.prepared)
  if (!document) return null
  const { id, revision } = document
  const label = typeLabel(document.type ?? "")
  const undo = () => send({ command: "undo", target: { tab: target.tab, document: target.document } })
  return (
    <section class="document-receipt" data-receipt={id}>
      <p class="sub">{text("docs_receipt", { title: document.title || nameOf(document) })}</p>
      <FillReport
        fill={fill}
        place={target}
        onReplace={(overwrite) =>
          void send({ command: "file-document", id, revision, label, target, overwrite, pageChecked: false })
        }
      />
      {document.filing.state === "on-the-form" && (
        <p class="links">
          <button type="button" class="link" data-action="undo-document" onClick={undo}>
            {text("undo")}
          </button>
        </p>
      )}
    </section>
  )
}
