import type { FieldRule, Page } from "../portals/define-page"
import type { Answer, Answers, Holding, Refusal } from "../portals/vocabulary"
import { type Control, controlsOf } from "./controls"
import { matchLabel, matchText } from "./match"
import { saysTheSame, writtenForm } from "./written-form"

/** One field of a plan: what will be written where and why it is that element, or why nothing will. */
export type Planned =
  | { field: Holding; action: "write"; control: Control; why: "id" | "label"; text: string; before: string }
  | { field: Holding; action: "choose"; control: Control; why: "id" | "label" }
  | { field: Holding; action: "keep" }
  | { field: Holding; action: "leave"; reason: Refusal }
  | { field: Holding; action: "refuse"; reason: Refusal }

/**
 * Reads the page and says, field by field, what a commit would do. Changes nothing.
 * `overwrite` lists the fields whose content a person agreed to replace.
 */
export function planFill(
  document: Document,
  page: Page,
  answers: Answers,
  overwrite: readonly Holding[] = [],
): Planned[] {
  const texts = controlsOf(document, "text")
  const choices = controlsOf(document, "choice")
  const plan = (Object.entries(page.fields) as [Holding, FieldRule][]).map(([field, rule]) => {
    const answer = answers[field] ?? { refusal: "no-patient" as const }
    return rule.kind === "text"
      ? planText(field, matchText(rule, texts), answer, overwrite.includes(field))
      : planChoice(field, rule.answers, choices, answer, overwrite.includes(field))
  })
  return neverTwoPatients(plan)
}

/**
 * One field that holds what our patient's card does not say stops everything: a page with one person's name
 * and another's birth date, or one's number beside the other's card, is worse than an empty one. What the
 * person agreed to replace is no longer there by then; what we have nothing to put in place of stays stopped.
 */
function neverTwoPatients(plan: Planned[]): Planned[] {
  if (!plan.some(speaksOfSomebodyElse)) return plan
  return plan.map((planned) =>
    planned.action === "write" || planned.action === "choose"
      ? { field: planned.field, action: "leave", reason: "beside-other-identity" }
      : planned,
  )
}

/** With or without photo says nothing of whose card it is; every other field does. */
function speaksOfSomebodyElse(planned: Planned): boolean {
  if (planned.field === "card.photo") return false
  if (planned.action === "leave") return true
  return (
    planned.action === "refuse" &&
    (planned.reason === "unconfirmed-there" || planned.reason === "locked-other")
  )
}

function planText(
  field: Holding,
  match: ReturnType<typeof matchText>,
  answer: Answer,
  mayOverwrite: boolean,
): Planned {
  if ("refusal" in match) return { field, action: "refuse", reason: match.refusal }
  const { element } = match.control
  const before = element.value
  const form = "refusal" in answer ? answer : writtenForm(field, answer.value, element)
  if ("text" in form && before !== "" && saysTheSame(field, before, form.text))
    return { field, action: "keep" }
  if (element.readOnly || element.disabled) {
    return { field, action: "refuse", reason: before === "" ? "field-locked" : "locked-other" }
  }
  if ("refusal" in form) {
    return { field, action: "refuse", reason: before === "" ? form.refusal : "unconfirmed-there" }
  }
  if (before !== "" && !mayOverwrite) return { field, action: "leave", reason: "already-filled" }
  return { field, action: "write", control: match.control, why: match.why, text: form.text, before }
}

function planChoice(
  field: Holding,
  labelsOf: Readonly<Record<string, readonly string[]>>,
  controls: readonly Control[],
  answer: Answer,
  mayOverwrite: boolean,
): Planned {
  if ("refusal" in answer) return { field, action: "refuse", reason: answer.refusal }
  const labels = labelsOf[answer.value]
  const match = labels ? matchLabel(labels, controls) : ({ refusal: "field-not-found" } as const)
  if ("refusal" in match) return { field, action: "refuse", reason: match.refusal }
  const element = match.control.element as HTMLInputElement
  if (element.disabled) return { field, action: "refuse", reason: "field-locked" }
  if (element.checked) return { field, action: "keep" }
  const other = checkedSibling(element, controls)
  if (other && !mayOverwrite) return { field, action: "leave", reason: "already-filled" }
  return { field, action: "choose", control: match.control, why: match.why }
}

/** The radio button of the same question that is checked now, if any. */
export function checkedSibling(
  element: HTMLInputElement,
  controls: readonly Control[],
): HTMLInputElement | null {
  for (const { element: other } of controls) {
    const sameQuestion =
      other instanceof HTMLInputElement && other.name === element.name && other.form === element.form
    if (sameQuestion && other.checked) return other
  }
  return null
}
