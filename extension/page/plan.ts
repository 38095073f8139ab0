import type { ChoiceField, FieldRule, Page } from "../portals/define-page"
import type { Answer, Answers, Fillable, Holding, Refusal } from "../portals/vocabulary"
import type { Control } from "./control"
import { isLocked, isRadio, type TextControl } from "./control-kinds"
import { PageLook } from "./look"
import { type Evidence, type Match, matchLabel, matchText } from "./match"
import { asSelect, chosenAnswer, matchSelect, optionFor } from "./select-choice"
import { isBlank, saysTheSame, writtenForm } from "./written-form"

/** Finds the element of a field at another look: pages replace their elements while they are filled. */
export type Seek = (look: PageLook) => Match

type Target = { field: Fillable; control: Control; why: Evidence; seek: Seek }

/** One field of a plan: what will be written where and why it is that element, or why nothing will. */
export type Planned =
  /** `proposals`: what the page may put there itself, in answer to what is written before. */
  | (Target & { action: "write"; text: string; before: string; proposals?: readonly string[] })
  | (Target & { action: "choose" })
  | (Target & { action: "pick"; option: string; before: string })
  | (Target & { action: "attach"; file: File; before: FileList })
  /** Boxes that must stand so together. */
  | { field: Fillable; action: "tick"; boxes: readonly Box[] }
  | { field: Fillable; action: "keep" }
  | { field: Fillable; action: "leave"; reason: Refusal }
  | { field: Fillable; action: "refuse"; reason: Refusal }

/** One box, which stands `before` and shall stand `after`. */
export type Box = { control: Control; seek: Seek; before: boolean; after: boolean }

/**
 * Reads the page and says, field by field, what a commit would do. Changes nothing.
 * `overwrite` lists the fields whose content a person agreed to replace.
 */
export function planFill(
  document: Document,
  page: Page,
  answers: Answers,
  overwrite: readonly Holding[] = [],
  look = new PageLook(document),
): Planned[] {
  const plan = (Object.entries(page.fields) as [Holding, FieldRule][]).map(([field, rule]) => {
    const answer = answers[field] ?? { refusal: "no-patient" as const }
    return rule.kind === "text"
      ? planText(field, (at) => matchText(rule, at.controls("text")), look, answer, overwrite.includes(field))
      : planChoice(field, rule, look, answer, overwrite.includes(field))
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
  return withoutWrites(plan, "beside-other-identity")
}

/** The plan with nothing in it that would be written, for this reason. */
export const withoutWrites = (plan: readonly Planned[], reason: Refusal): Planned[] =>
  plan.map((planned) => (isWrite(planned) ? { field: planned.field, action: "leave", reason } : planned))

const isWrite = ({ action }: Planned) => action !== "keep" && action !== "leave" && action !== "refuse"

/** With or without photo says nothing of whose card it is; every other field does. */
function speaksOfSomebodyElse(planned: Planned): boolean {
  if (planned.field === "card.photo") return false
  if (planned.action === "leave") return true
  return (
    planned.action === "refuse" &&
    (planned.reason === "unconfirmed-there" || planned.reason === "locked-other")
  )
}

/** `isProposed`: whether what stands in the field is there by the page's own doing, and no person's. */
export function planText(
  field: Fillable,
  seek: Seek,
  look: PageLook,
  answer: Answer,
  mayOverwrite: boolean,
  isProposed: (element: TextControl) => boolean = () => false,
): Planned {
  const match = seek(look)
  if ("refusal" in match) return { field, action: "refuse", reason: match.refusal }
  const { element } = match.control
  const before = element.value
  const form = "refusal" in answer ? answer : writtenForm(field, answer.value, element)
  if ("text" in form && !isBlank(field, before) && saysTheSame(field, before, form.text))
    return { field, action: "keep" }
  if (isLocked(element)) {
    return { field, action: "refuse", reason: isBlank(field, before) ? "field-locked" : "locked-other" }
  }
  if ("refusal" in form) {
    return { field, action: "refuse", reason: isBlank(field, before) ? form.refusal : "unconfirmed-there" }
  }
  if (!isBlank(field, before) && !isProposed(element) && !mayOverwrite)
    return { field, action: "leave", reason: "already-filled" }
  return { field, action: "write", ...match, seek, text: form.text, before }
}

function planChoice(
  field: Holding,
  rule: ChoiceField,
  look: PageLook,
  answer: Answer,
  mayOverwrite: boolean,
): Planned {
  if ("refusal" in answer) return { field, action: "refuse", reason: answer.refusal }
  const seek: Seek = (at) => matchLabel(rule.answers[answer.value] ?? [], at.controls("choice"))
  const match = seek(look)
  if ("refusal" in match && match.refusal === "field-not-found")
    return planList(field, rule, look, answer.value, mayOverwrite)
  if ("refusal" in match) return { field, action: "refuse", reason: match.refusal }
  const element = match.control.element as HTMLInputElement
  if (isLocked(element)) return { field, action: "refuse", reason: "field-locked" }
  if (element.checked) return { field, action: "keep" }
  const other = checkedSibling(element, look.controls("choice"))
  if (other && !mayOverwrite) return { field, action: "leave", reason: "already-filled" }
  return { field, action: "choose", ...match, seek }
}

function planList(
  field: Holding,
  rule: ChoiceField,
  look: PageLook,
  answer: string,
  mayOverwrite: boolean,
): Planned {
  const seek: Seek = (at) => matchSelect(rule, at)
  const match = seek(look)
  if ("refusal" in match) return { field, action: "refuse", reason: match.refusal }
  const list = asSelect(match.control.element)
  if (isLocked(match.control.element)) return { field, action: "refuse", reason: "field-locked" }
  const chosen = chosenAnswer(list, rule)
  if (chosen === answer) return { field, action: "keep" }
  if (chosen !== null && !mayOverwrite) return { field, action: "leave", reason: "already-filled" }
  const option = optionFor(list, rule.answers[answer] ?? [])
  if (!option) return { field, action: "refuse", reason: "field-not-found" }
  return { field, action: "pick", ...match, seek, option: option.value, before: list.value }
}

/** The radio button of the same question that is checked now, if any. */
export function checkedSibling(
  element: HTMLInputElement,
  controls: readonly Control[],
): HTMLInputElement | null {
  for (const { element: other } of controls) {
    if (isRadio(other) && other.checked && isSameQuestion(other, element)) return other
  }
  return null
}

/** As the browser groups them: by name, form and tree. */
export const isSameQuestion = (one: HTMLInputElement, other: HTMLInputElement): boolean =>
  one.name !== "" &&
  one.name === other.name &&
  one.form === other.form &&
  one.getRootNode() === other.getRootNode()
