import type { SourceKind } from "../../shared/identity/patient-source"
import type { SourcesView } from "../messages/panel-state"
import type { SourceDecision } from "../messages/patient"
import { CompareTable } from "./compare-table"
import { useSurroundings } from "./context"
import { Note } from "./note"
import type { TextKey } from "./text"

const nameOf = (kind: SourceKind): TextKey => `source_${kind}`

/**
 * The patient's two sources side by side. Where they do not prove to be one person's, nothing is filled before a
 * person decides; two that contradict each other can't be declared the same, one is kept.
 */
export function TwoSources({ lock, sources }: { lock: string; sources: SourcesView }) {
  const { text, send } = useSurroundings()
  const { kinds, verdict, settled, rows } = sources
  const [first, second] = kinds
  const decide = (decision: SourceDecision) => () => send({ command: "decide-sources", lock, decision })
  const table = <CompareTable verdict={verdict} rows={rows} one={nameOf(first)} other={nameOf(second)} />
  if (settled) {
    return (
      <section class="card">
        <details>
          <summary>{text(verdict === "same" ? "sources_same" : "sources_said_same")}</summary>
          {table}
        </details>
        <p class="links">
          <button type="button" class="link" onClick={decide("keep-first")}>
            {text("sources_remove")}
          </button>
        </p>
      </section>
    )
  }
  const contradict = verdict === "different"
  return (
    <>
      <Note
        tone={contradict ? "bad" : "warn"}
        title={text(contradict ? "sources_differ" : "sources_cannot_tell")}
      >
        <p>{text(contradict ? "sources_differ_detail" : "sources_cannot_tell_detail")}</p>
      </Note>
      <section class="card" data-sources={verdict}>
        {table}
        <div class="actions stacked">
          {!contradict && (
            <button type="button" data-decision="same-person" onClick={decide("same-person")}>
              {text("sources_say_same")}
            </button>
          )}
          <button type="button" class="second" data-decision="keep-first" onClick={decide("keep-first")}>
            {text("sources_keep_first", { source: text(nameOf(first)) })}
          </button>
          <button type="button" class="second" data-decision="keep-second" onClick={decide("keep-second")}>
            {text("sources_keep_second", { source: text(nameOf(second)) })}
          </button>
        </div>
      </section>
    </>
  )
}
