import { useState } from "preact/hooks"
import type { FillView } from "../messages/panel-state"
import type { Holding, Outcome, Refusal } from "../portals/vocabulary"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { keyOf, type Text } from "./text"

type Place = { lock: string | null; tab: number; document: string; page: string | null }

/** What the last fill did, field by field and without a value. `place` is where « Remplacer » would fill. */
export function FillReport({ fill, place }: { fill: FillView; place: Place | null }) {
  const { text } = useSurroundings()
  if (fill.state === "refused") {
    return <Note tone="bad" title={text(keyOf("refusal", fill.reason))} />
  }
  if (fill.state === "undone") return <Undone {...fill} />
  return <ReceiptView outcomes={fill.receipt.outcomes} place={place} />
}

function Undone({ undone, left, unchecked }: { undone: number; left: number; unchecked: number }) {
  const { text } = useSurroundings()
  if (undone + left === 0) return <Note tone="warn" title={text("undone_nothing")} />
  return (
    <Note tone={left > 0 ? "warn" : "ok"} title={text("undone_title")}>
      <p>{left > 0 ? text.count("undone_left", left) : text("undone_all")}</p>
      {unchecked > 0 && <p>{text("undone_unchecked")}</p>}
    </Note>
  )
}

function ReceiptView({ outcomes, place }: { outcomes: Outcome[]; place: Place | null }) {
  const { text } = useSurroundings()
  const filled = count(outcomes, "filled")
  // Where one field speaks of somebody else and can't be replaced, replacing the others would not help.
  const stuck = outcomes.some(
    (it) => "reason" in it && (it.reason === "unconfirmed-there" || it.reason === "locked-other"),
  )
  const replaceable = outcomes
    // Only what is there now: consent to replace is not consent for what is typed in the meantime.
    .filter((it) => it.outcome === "left" && it.reason === "already-filled")
    .map(({ field }) => field)
  return (
    <section class="report" aria-label={text("receipt_title")}>
      <Note tone={filled > 0 ? "ok" : "warn"} title={summary(outcomes, text)}>
        <p>{text(filled > 0 ? "receipt_check" : "receipt_nothing")}</p>
      </Note>
      <div class="card">
        <ul class="receipt">
          {outcomes.map((outcome) => (
            <Line key={outcome.field} outcome={outcome} place={place} />
          ))}
        </ul>
        {replaceable.length > 0 && !stuck && place && <Replace fields={replaceable} place={place} />}
      </div>
    </section>
  )
}

/** What the page would not take though we know it: then the person types it, and copying spares them that. */
const byHand: ReadonlySet<Refusal> = new Set([
  "field-not-found",
  "field-ambiguous",
  "field-too-short",
  "field-other-kind",
  "not-kept",
])

function Line({ outcome, place }: { outcome: Outcome; place: Place | null }) {
  const { text } = useSurroundings()
  const right = outcome.outcome === "filled" || outcome.outcome === "already-right"
  const detail =
    "reason" in outcome
      ? text(keyOf("refusal", outcome.reason))
      : text(outcome.outcome === "filled" ? "receipt_done" : "receipt_already")
  return (
    <li data-field={outcome.field} data-outcome={outcome.outcome}>
      <span aria-hidden="true">{right ? "✓" : "–"}</span>
      <span>
        {text(keyOf("field", outcome.field))} <small>{detail}</small>
        {"reason" in outcome && byHand.has(outcome.reason) && outcome.field !== "card.photo" && place && (
          <Copy field={outcome.field} place={place} />
        )}
      </span>
    </li>
  )
}

function Copy({ field, place: { lock, tab, document, page } }: { field: Holding; place: Place }) {
  const { text, send } = useSurroundings()
  const [copied, setCopied] = useState(false)
  if (lock === null || page === null) return null
  const copy = async () => {
    const reply = await send({ command: "copy-answer", target: { lock, tab, document, page }, field })
    if (!reply.ok || reply.value === undefined) return
    await navigator.clipboard.writeText(reply.value)
    setCopied(true)
  }
  return (
    <button type="button" class="link" data-action="copy" data-copies={field} onClick={copy}>
      {text(copied ? "report_copied" : "copy_value")}
      <span class="heard"> {text(keyOf("field", field))}</span>
    </button>
  )
}

function Replace({ fields, place: { lock, tab, document, page } }: { fields: Holding[]; place: Place }) {
  const { text, send } = useSurroundings()
  if (lock === null || page === null) return null
  return (
    <div class="foot">
      <button
        type="button"
        class="link"
        data-action="replace"
        onClick={() => send({ command: "fill", target: { lock, tab, document, page }, overwrite: fields })}
      >
        {text("replace")}
      </button>
    </div>
  )
}

/** « 3 champs remplis, 1 non rempli »: the receipt in one line, also for screen readers. */
export function summary(outcomes: Outcome[], text: Text): string {
  const filled = count(outcomes, "filled")
  const right = count(outcomes, "already-right")
  const left = outcomes.length - filled - right
  const parts = [text.count("receipt_filled", filled)]
  if (right > 0) parts.push(text.count("receipt_right", right))
  if (left > 0) parts.push(text.count("receipt_left", left))
  return parts.join(", ")
}

function count(outcomes: Outcome[], kind: Outcome["outcome"]): number {
  return outcomes.filter(({ outcome }) => outcome === kind).length
}
