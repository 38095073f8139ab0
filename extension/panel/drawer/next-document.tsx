import { typeLabel } from "../../../shared/documents/types"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"
import { formInFront, mayBeFiled } from "./filing-place"
import { FillFormButton } from "./fill-form-button"
import { nameOf } from "./rows"
import { statusOf } from "./status"

/** The next document of the locked patient, in one click: beside the form it fills it, elsewhere it says what is next. */
export function NextDocument() {
  const { text } = useSurroundings()
  const { shown, state, patient } = useDrawer()
  if (!patient) return null
  const ready = shown.filter((document) => mayBeFiled(document, statusOf(document, state.patient)))
  const [next] = ready
  const target = formInFront(state)
  const page = state.page.state === "portal" ? state.page.description.page : null
  // One that stands on a form is being filed: it comes first.
  const onTheWay = shown.some(({ filing }) => filing.state === "on-the-form")
  if (!next || onTheWay || (!target && page !== "webps.filed" && page !== "webps.dashboard")) return null
  return (
    <div class="next-document" data-next={next.id}>
      <p>
        <span class="sub">{text(target ? "docs_next" : "docs_next_on_form")}</span>{" "}
        <b>{next.title || nameOf(next)}</b>{" "}
        {next.type !== null && <span class="sub">{typeLabel(next.type)}</span>}
      </p>
      {target && <FillFormButton document={next} target={target} />}
    </div>
  )
}
