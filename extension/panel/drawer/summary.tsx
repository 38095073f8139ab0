import { frenchDay } from "../../../shared/documents/date"
import { typeLabel } from "../../../shared/documents/types"
import { useSurroundings } from "../context"
import { dayIn } from "../text"
import { useDrawer } from "./drawer-context"
import { remainsOf } from "./remains"
import { statusOf, statusWord } from "./status"
import { whoseIs } from "./whose"

/**
 * What was filed and what remains, to be printed and laid beside the screen. Nothing of it names anybody: no patient, no
 * title and no name of a file, in which a name may stand. A number, the type, the day of the document and the state are
 * enough to tick off a morning's work.
 */
export function Summary() {
  const { text, language } = useSurroundings()
  const { documents, shown, state } = useDrawer()
  if (documents.length === 0) return null
  const { filed } = remainsOf(documents, (document) => whoseIs(document, state.patient))
  const left = documents.length - filed
  return (
    <section class="summary" aria-label={text("docs_summary")}>
      <button type="button" class="link" data-action="print" onClick={() => window.print()}>
        {text("docs_print")}
      </button>
      <p class="hint">{text("docs_print_hint")}</p>
      <div class="summary-print">
        <h2>{text("docs_summary_of", { day: dayIn(language, new Date().toISOString()) })}</h2>
        <p>
          {text.count("docs_left_filed", filed)} · {text.count("docs_left_open", left)}
        </p>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{text("docs_number")}</th>
              <th scope="col">{text("document_type")}</th>
              <th scope="col">{text("docs_date")}</th>
              <th scope="col">{text("docs_state")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((document, at) => (
              <tr key={document.id}>
                <td>{at + 1}</td>
                <td>{document.type === null ? text("docs_no_type") : typeLabel(document.type)}</td>
                <td>{frenchDay(document.date) ?? text("docs_no_date")}</td>
                <td>{statusWord(document, statusOf(document, null).status, text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
