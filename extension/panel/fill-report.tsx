import { useState } from "preact/hooks"
import type { FillView } from "../messages/panel-state"
import type { Fillable, Holding, Outcome, Refusal } from "../portals/vocabulary"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { keyOf, type Text } from "./text"

type Place = { lock: string | null; tab: number; document: string; page: string | null }

/**
 * What the last fill did, field by field and without a value. `place` is where « Remplacer » would fill; `onReplace`:
 * how it does, where more than the patient's data was written.
 */
export function FillReport(props: {
  fill: FillView
  place: Place | null
  onReplace?: (fields: Fillable[]) => void
}) {
  const { fill, place, onReplace } = props
  const { text } = useSurroundings()
  if (fill.state === "refused") {
    return <Note tone="bad" title={text(keyOf("refusal", fill.reason))} />
  }
  if (fill.state === "undone") return <Undone {...fill} />
  return <ReceiptView outcomes={fill.receipt.outcomes} place={place} onReplace={onReplace} />
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

function ReceiptView(props: {
  outcomes: Outcome[]
  place: Place | null
  onReplace: ((fields: Fillable[]) => void) | undefined
}) {
  const { outcomes, place, onReplace } = props
  const { text } = useSurroundings()
  const filled = count(outcomes, "filled")
  // Where one field speaks of somebody else and can't be replaced, replacing the others would not help.
  const stuck = outcomes.some(
    (it) => "reason" in it && (it.reason === "unconfirmed-there" || it.reason === "locked-other"),
  )
  const replaceable = outcomes
    // Only what is there now: consent to replace is not consent for what is typed in the meantime.
    .filter((it) => it.outcome === "left" && it.reason === "already-filled")
    .flatMap(({ field }) => (onReplace || isHolding(field) ? [field] : []))
  return (
    <section class="report" aria-label={text("receipt_title")}>
      <Note tone={filled > 0 ? "ok" : "warn"} title={summary(outcomes, text)}>
        <p>{text(checkKey(outcomes, filled))}</p>
      </Note>
      <div class="card">
        <ul class="receipt">
          {outcomes.map((outcome) => (
            <Line key={outcome.field} outcome={outcome} place={place} />
          ))}
        </ul>
        {replaceable.length > 0 && !stuck && place && (
          <Replace fields={replaceable} place={place} onReplace={onReplace} />
        )}
      </div>
    </section>
  )
}

/** What the person does next, on the form in front. */
function checkKey(outcomes: readonly Outcome[], filled: number) {
  if (filled === 0) return "receipt_nothing"
  return outcomes.every(({ field }) => isHolding(field)) ? "receipt_check" : "docs_receipt_check"
}

/** A datum of the patient: what a prepared document holds stands on its own row. */
const isHolding = (field: Fillable): field is Holding => !field.startsWith("document.")
const isCopied = (field: Fillable): field is Holding => isHolding(field) && field !== "card.photo"

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
        {"reason" in outcome && byHand.has(outcome.reason) && isCopied(outcome.field) && place && (
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

function Replace(props: {
  fields: Fillable[]
  place: Place
  onReplace: ((fields: Fillable[]) => void) | undefined
}) {
  const { fields, place, onReplace } = props
  const { text, send } = useSurroundings()
  const { lock, tab, document, page } = place
  if (lock === null || page === null) return null
  const fill = () =>
    void send({
      command: "fill",
      target: { lock, tab, document, page },
      overwrite: fields.filter(isHolding),
    })
  return (
    <div class="foot">
      <button
        type="button"
        class="link"
        data-action="replace"
        onClick={() => (onReplace ? onReplace(fields) : fill())}
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
