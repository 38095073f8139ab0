import type { Outcome, Refusal } from "../portals/vocabulary"
import type { Planned } from "./plan"
import { isVisible } from "./visible"
import { saysTheSame } from "./written-form"

/** How to take back one thing that was written, if it is still as we left it. True when it was taken back. */
export type TakeBack = () => boolean

/**
 * Writes a plan. Each element is checked again at the moment of writing: still on the page, seen, open, and
 * holding what it held when it was read. What the page did not keep is said, not hidden.
 */
export function commitPlan(plan: readonly Planned[]): { outcomes: Outcome[]; takeBacks: TakeBack[] } {
  const takeBacks: TakeBack[] = []
  const outcomes = plan.map((planned): Outcome => {
    const { field } = planned
    if (planned.action === "keep") return { field, outcome: "already-right" }
    if (planned.action === "leave") return { field, outcome: "left", reason: planned.reason }
    if (planned.action === "refuse") return { field, outcome: "refused", reason: planned.reason }
    const reason = planned.action === "write" ? writeText(planned, takeBacks) : choose(planned, takeBacks)
    return reason ? { field, outcome: "refused", reason } : { field, outcome: "filled" }
  })
  return { outcomes, takeBacks }
}

function writeText(planned: Extract<Planned, { action: "write" }>, takeBacks: TakeBack[]): Refusal | null {
  const { field, text, before } = planned
  const { element } = planned.control
  const changed = changedSincePlan(element)
  if (changed) return changed
  if (element.value !== before) return "already-filled"
  setValue(element, text)
  const kept = element.value
  // Before it is judged: what the page made of our value has to be taken back too.
  takeBacks.push(() => {
    if (!element.isConnected || element.value !== kept) return false
    setValue(element, before)
    return true
  })
  return element.isConnected && saysTheSame(field, kept, text) ? null : "not-kept"
}

function choose(planned: Extract<Planned, { action: "choose" }>, takeBacks: TakeBack[]): Refusal | null {
  const element = planned.control.element as HTMLInputElement
  const changed = changedSincePlan(element)
  if (changed) return changed
  const previous = checkedIn(element)
  setChecked(element, true)
  if (!element.checked) return "not-kept"
  takeBacks.push(() => {
    if (!element.isConnected || !element.checked) return false
    setChecked(element, false)
    if (previous?.isConnected) setChecked(previous, true)
    return true
  })
  return null
}

function changedSincePlan(element: HTMLInputElement | HTMLTextAreaElement): Refusal | null {
  if (!element.isConnected) return "page-changed"
  if (element.disabled || element.readOnly) return "field-locked"
  const seen = isVisible(element) || [...(element.labels ?? [])].some(isVisible)
  return seen ? null : "page-changed"
}

function checkedIn(element: HTMLInputElement): HTMLInputElement | null {
  const scope = element.form ?? element.ownerDocument
  const group = scope.querySelectorAll<HTMLInputElement>("input[type=radio]")
  return [...group].find((other) => other.name === element.name && other.checked) ?? null
}

/** One `input` and one `change`, bubbling: what plain forms, jQuery and React controlled fields listen to. */
function announce(element: HTMLElement): void {
  element.dispatchEvent(new Event("input", { bubbles: true }))
  element.dispatchEvent(new Event("change", { bubbles: true }))
}

function setValue(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  element.value = value
  announce(element)
}

function setChecked(element: HTMLInputElement, checked: boolean): void {
  element.checked = checked
  announce(element)
}
