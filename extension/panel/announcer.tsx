import { useEffect, useState } from "preact/hooks"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { summary } from "./fill-report"
import { stepTexts } from "./guide-texts"
import { displayName, shownOf } from "./names"
import { keyOf, type Text, type TextKey } from "./text"

/**
 * The one live region, there from the start: screen readers often stay silent for a region that is added
 * together with its text. Says what changed last in one short sentence: what was done, or the next step.
 */
export function Announcer({ state }: { state: PanelState }) {
  const { text } = useSurroundings()
  const done = sentence(state, text)
  const step = stepSentence(state, text)
  const [now, setNow] = useState("")
  useEffect(() => setNow(step), [step])
  // After the step: what the person did matters more than where that led, when both change at once.
  useEffect(() => setNow(done), [done])
  return (
    <p class="heard" aria-live="polite">
      {now}
    </p>
  )
}

function sentence({ fill, patient, lockEnd, page, settings }: PanelState, text: Text): string {
  const tab = page.state === "portal" ? page.tab : null
  if (fill && (fill.tab === null || fill.tab === tab)) {
    if (fill.state === "done") return summary(fill.receipt.outcomes, text)
    if (fill.state === "undone") return text("undone_title")
    return text(keyOf("refusal", fill.reason))
  }
  if (patient) return `${text("patient_title")} : ${displayName(shownOf(patient.sources[0]))}`
  return lockEnd ? text.count(keyOf("end", lockEnd), settings.idleMinutes) : ""
}

/** `Étape 5 sur 12 : …`, with what happened on the way. */
function stepSentence({ guide }: PanelState, text: Text): string {
  if (guide.state !== "running") return ""
  const { guide: id, step, of, finished, branches } = guide
  const title = finished ? text(`guide_finished_${id}`) : stepTexts(id, step, text).title
  const happened = branches.map((branch) => text(`branch_${branch.id}` as TextKey))
  return [text("guide_heard", { step, of, title }), ...happened].join(". ")
}
