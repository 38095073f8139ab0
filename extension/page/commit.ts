import type { Outcome, Refusal } from "../portals/vocabulary"
import { attach } from "./attach"
import type { TextControl } from "./control-kinds"
import type { Drift } from "./drift"
import { isSameQuestion, type Planned } from "./plan"
import { setChecked, setValue } from "./set-value"
import { presentOf, targetNow, whereabouts } from "./target-now"
import { tick } from "./tick"
import { type Written, writtenChoice, writtenOption, writtenText } from "./written"
import { saysTheSame } from "./written-form"

type Write = Extract<Planned, { action: "write" }>
type Pick = Extract<Planned, { action: "pick" }>
type Choose = Extract<Planned, { action: "choose" }>

/**
 * Writes a plan. Each element is checked again at the moment of writing: the same page, still the one that the
 * field means, seen, open, and holding what it held when it was read. What the page did not keep is said.
 */
export function commitPlan(
  plan: readonly Planned[],
  drift: Drift,
): { outcomes: Outcome[]; written: Written[] } {
  const written: Written[] = []
  const outcomes = plan.map((planned): Outcome => {
    const { field } = planned
    if (planned.action === "keep") return { field, outcome: "already-right" }
    if (planned.action === "leave") return { field, outcome: "left", reason: planned.reason }
    if (planned.action === "refuse") return { field, outcome: "refused", reason: planned.reason }
    const reason = commit(planned, drift, written)
    return reason ? { field, outcome: "refused", reason } : { field, outcome: "filled" }
  })
  return { outcomes, written }
}

function commit(
  planned: Exclude<Planned, { action: "keep" | "leave" | "refuse" }>,
  drift: Drift,
  written: Written[],
): Refusal | null {
  try {
    if (planned.action === "tick") return tick(planned, drift, written)
    const target = targetNow(planned, drift)
    if ("refusal" in target) return target.refusal
    switch (planned.action) {
      case "write":
        return writeText(planned, target.element, drift, written)
      case "pick":
        return pick(planned, target.element, drift, written)
      case "attach":
        return attach(planned, target.element, drift, written)
      case "choose":
        return choose(planned, target.element as HTMLInputElement, drift, written)
    }
  } catch {
    // A page can make its own elements throw. The other fields of the plan are not its hostages.
    return "not-kept"
  }
}

function writeText(planned: Write, element: TextControl, drift: Drift, written: Written[]): Refusal | null {
  const { field, text, before, proposals, seek } = planned
  if (element.value !== before && !proposals?.includes(element.value)) return "already-filled"
  const where = whereabouts(element, drift, seek)
  const successor = () => presentOf(where())
  setValue(element, text, successor)
  const now = successor()
  const left = now?.value ?? ""
  if (now && saysTheSame(field, left, text)) {
    written.push(writtenText(field, left, before, where))
    return null
  }
  // Half a number on a form is worse than none: what the page made of our text is not left there.
  if (now && left !== before) {
    setValue(now, before, successor)
    const rest = successor()?.value ?? before
    if (rest !== before) written.push(writtenText(field, rest, before, where))
  }
  return "not-kept"
}

function choose(
  planned: Choose,
  element: HTMLInputElement,
  drift: Drift,
  written: Written[],
): Refusal | null {
  const previous = checkedIn(element)
  const where = whereabouts(element, drift, planned.seek)
  const successor = () => presentOf(where()) as HTMLInputElement | null
  setChecked(element, true, successor)
  if (!successor()?.checked) return "not-kept"
  written.push(writtenChoice(planned.field, previous, where))
  return null
}

function pick(planned: Pick, element: TextControl, drift: Drift, written: Written[]): Refusal | null {
  const { field, option, before, seek } = planned
  if (element.value !== before) return "already-filled"
  const where = whereabouts(element, drift, seek)
  const successor = () => presentOf(where())
  setValue(element, option, successor)
  if (successor()?.value !== option) return "not-kept"
  written.push(writtenOption(field, option, before, where))
  return null
}

function checkedIn(element: HTMLInputElement): HTMLInputElement | null {
  const scope = element.form ?? (element.getRootNode() as Document | ShadowRoot)
  const group = scope.querySelectorAll<HTMLInputElement>("input[type=radio]")
  return [...group].find((other) => other.checked && isSameQuestion(other, element)) ?? null
}
