import { portalHosts } from "../../shared/hosts"
import type { ComparisonView, PageView } from "../messages/panel-state"
import { CompareTable } from "./compare-table"
import { useSurroundings } from "./context"
import { Note } from "./note"

const notes = {
  same: { tone: "ok", title: "compare_same", detail: null },
  different: { tone: "bad", title: "compare_different", detail: "compare_different_detail" },
  "cannot-tell": { tone: "warn", title: "compare_cannot_tell", detail: "compare_cannot_tell_detail" },
} as const

/** Whether the page shows the locked patient, and the traits side by side. Different is red and stops all. */
export function Comparison(props: { comparison: ComparisonView; page: PageView }) {
  const { verdict, rows } = props.comparison
  const { text, send } = useSurroundings()
  const { tone, title, detail } = notes[verdict]
  return (
    <>
      <Note tone={tone} title={text(title)}>
        {detail && <p>{text(detail)}</p>}
        {/* All is well: the traits are there for whoever wants to see them. */}
        {rows.length > 0 && verdict === "same" && (
          <details>
            <summary>{text("compare_traits")}</summary>
            <CompareTable verdict={verdict} rows={rows} one="compare_patient" other="compare_page" />
          </details>
        )}
        {verdict === "different" && (
          <div class="actions">
            <button type="button" class="second" onClick={() => send({ command: "next-patient" })}>
              {text("next_patient")}
            </button>
            <LeavePage page={props.page} />
          </div>
        )}
      </Note>
      {rows.length > 0 && verdict !== "same" && (
        <section class="card">
          <CompareTable verdict={verdict} rows={rows} one="compare_patient" other="compare_page" />
        </section>
      )}
    </>
  )
}

/** The way out of a page that shows somebody else: the portal's own start, in a tab of its own. */
function LeavePage({ page }: { page: PageView }) {
  const { text } = useSurroundings()
  if (page.state !== "portal" || page.description.imitation) return null
  return (
    <a
      class="button second"
      href={`https://${portalHosts[page.description.portal].real}/`}
      target="_blank"
      rel="noreferrer"
    >
      {text("leave_page")}
    </a>
  )
}
