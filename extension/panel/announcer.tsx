import { useEffect, useState } from "preact/hooks"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { summary } from "./fill-report"
import { displayName, shownOf } from "./names"
import { keyOf, type Text } from "./text"

/**
 * The one live region, there from the start: screen readers often stay silent for a region that is added
 * together with its text. Says what changed in one short sentence.
 */
export function Announcer({ state }: { state: PanelState }) {
  const { text } = useSurroundings()
  const said = sentence(state, text)
  const [now, setNow] = useState("")
  useEffect(() => setNow(said), [said])
  return (
    <p class="heard" aria-live="polite">
      {now}
    </p>
  )
}

function sentence({ fill, patient, lockEnd, page }: PanelState, text: Text): string {
  const tab = page.state === "portal" ? page.tab : null
  if (fill && (fill.tab === null || fill.tab === tab)) {
    if (fill.state === "done") return summary(fill.receipt.outcomes, text)
    if (fill.state === "undone") return text("undone_title")
    return text(keyOf("refusal", fill.reason))
  }
  if (patient) return `${text("patient_title")} : ${displayName(shownOf(patient.sources[0]))}`
  return lockEnd ? text(keyOf("end", lockEnd)) : ""
}
