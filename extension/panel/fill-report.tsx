import type { FillView } from "../messages/panel-state"
import type { Holding, Outcome } from "../portals/vocabulary"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { counted, keyOf, type Text } from "./text"

/** What the last fill did, field by field and without a value, with the way back. */
export function FillReport({ fill }: { fill: FillView }) {
  const { text } = useSurroundings()
  if (fill.state === "refused") {
    return <Note tone="bad" title={text(keyOf("refusal", fill.reason))} />
  }
  if (fill.state === "undone") {
    const rest =
      fill.left > 0 ? text(counted("undone_left", fill.left), { count: fill.left }) : text("undone_all")
    return (
      <Note tone="ok" title={text("undone_title")}>
        <p>{rest}</p>
      </Note>
    )
  }
  return <ReceiptView outcomes={fill.receipt.outcomes} />
}

function ReceiptView({ outcomes }: { outcomes: Outcome[] }) {
  const { text, send } = useSurroundings()
  const filled = count(outcomes, "filled")
  const stuck = outcomes.some((it) => "reason" in it && it.reason === "unconfirmed-there")
  const replaceable = outcomes
    .filter(
      (it) =>
        it.outcome === "left" && (it.reason === "already-filled" || it.reason === "beside-other-identity"),
    )
    .map(({ field }) => field)
  return (
    <section class="report" aria-label={text("receipt_title")}>
      <Note tone={filled > 0 ? "ok" : "warn"} title={summary(outcomes, text)}>
        <p>{text(filled > 0 ? "receipt_check" : "receipt_nothing")}</p>
      </Note>
      <div class="card">
        <ul class="receipt">
          {outcomes.map((outcome) => (
            <Line key={outcome.field} outcome={outcome} />
          ))}
        </ul>
        <div class="foot">
          {filled > 0 && (
            <button type="button" class="link" data-action="undo" onClick={() => send({ command: "undo" })}>
              {text("undo")}
            </button>
          )}
          {replaceable.length > 0 && !stuck && <Replace fields={replaceable} />}
        </div>
      </div>
    </section>
  )
}

function Line({ outcome }: { outcome: Outcome }) {
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
      </span>
    </li>
  )
}

function Replace({ fields }: { fields: Holding[] }) {
  const { text, send } = useSurroundings()
  return (
    <button
      type="button"
      class="link"
      data-action="replace"
      onClick={() => send({ command: "fill", overwrite: fields })}
    >
      {text("replace")}
    </button>
  )
}

function summary(outcomes: Outcome[], text: Text): string {
  const filled = count(outcomes, "filled")
  const right = count(outcomes, "already-right")
  const left = outcomes.length - filled - right
  const parts = [text(counted("receipt_filled", filled), { count: filled })]
  if (right > 0) parts.push(text(counted("receipt_right", right), { count: right }))
  if (left > 0) parts.push(text(counted("receipt_left", left), { count: left }))
  return parts.join(", ")
}

function count(outcomes: Outcome[], kind: Outcome["outcome"]): number {
  return outcomes.filter(({ outcome }) => outcome === kind).length
}
