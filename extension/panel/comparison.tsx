import type { ComparisonView } from "../messages/panel-state"
import { CompareTable } from "./compare-table"
import { useSurroundings } from "./context"
import { Note } from "./note"

const notes = {
  same: { tone: "ok", title: "compare_same", detail: null },
  different: { tone: "bad", title: "compare_different", detail: "compare_different_detail" },
  "cannot-tell": { tone: "warn", title: "compare_cannot_tell", detail: "compare_cannot_tell_detail" },
} as const

/** Whether the page shows the locked patient, and the traits side by side. Different is red and stops all. */
export function Comparison({ comparison: { verdict, rows } }: { comparison: ComparisonView }) {
  const { text, send } = useSurroundings()
  const { tone, title, detail } = notes[verdict]
  return (
    <>
      <Note tone={tone} title={text(title)}>
        {detail && <p>{text(detail)}</p>}
        {verdict === "different" && (
          <div class="actions">
            <button type="button" class="second" onClick={() => send({ command: "next-patient" })}>
              {text("next_patient")}
            </button>
          </div>
        )}
      </Note>
      {rows.length > 0 && (
        <section class="card">
          <CompareTable verdict={verdict} rows={rows} one="compare_patient" other="compare_page" />
        </section>
      )}
    </>
  )
}
