import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useSurroundings } from "../context"
import { Note } from "../note"
import { useDrawer } from "./drawer-context"
import { formInFront, mayBeFiled } from "./filing-place"
import { FillFormButton } from "./fill-form-button"
import { timeIn } from "./sizes"
import type { RowStatus } from "./status"

/** How far the filing of a document came, and the next act. */
export function FilingPart({ document, status }: { document: PreparedDocument; status: RowStatus }) {
  const { text } = useSurroundings()
  const { state, change } = useDrawer()
  const { filing, id } = document
  if (filing.state === "filed") {
    return (
      <div class="doc-form" data-filing="filed">
        <Note tone="ok" title={text("docs_filed", { time: timeIn(text, filing.at) })}>
          <p>{text("docs_filed_detail")}</p>
        </Note>
      </div>
    )
  }
  const target = formInFront(state)
  return (
    <div data-filing={filing.state}>
      {filing.state === "refused" && (
        <Note tone="bad" title={text("docs_refused", { time: timeIn(text, filing.at) })}>
          <ul>
            {filing.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Note>
      )}
      {filing.state === "on-the-form" && <Note tone="info" title={text("docs_on_the_form")} />}
      {filing.state === "to-check" && (
        <Note tone="warn" title={text("docs_to_check")}>
          <p>{text("docs_to_check_detail")}</p>
          <div class="actions">
            <button
              type="button"
              class="second"
              data-action="was-filed"
              onClick={() => change(id, { filing: { state: "filed", at: Date.now() } })}
            >
              {text("docs_was_filed")}
            </button>
            <button
              type="button"
              class="second"
              data-action="was-not-filed"
              onClick={() => change(id, { filing: { state: "waiting" } })}
            >
              {text("docs_was_not_filed")}
            </button>
          </div>
        </Note>
      )}
      {target && mayBeFiled(document, status) && <FillFormButton document={document} target={target} />}
    </div>
  )
}
