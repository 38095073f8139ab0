import { type Visibility, visibilitiesIn } from "../../shared/documents/visibility"
import type { PartRule } from "../portals/define-page"
import { type Control, evidences } from "./control"
import { fold } from "./fold"
import { controlsFor } from "./form-parts"
import type { PageLook } from "./look"
import { type Match, matchText } from "./match"
import { asSelect } from "./select-choice"

/** The one control to be written in for this part: found as any other field, by ids, then by names to the letter. */
export function matchPart({ kind, ids = [], labels }: PartRule, look: PageLook): Match {
  return matchText({ kind: "text", ids, labels }, controlsFor({ kind }, look))
}

/**
 * The list that offers one of these labels. Where several lists could be meant by their own names, the one that offers
 * it is.
 */
export function matchList(rule: PartRule, labels: readonly string[], look: PageLook): Match {
  const match = matchPart(rule, look)
  if (!("refusal" in match) || match.refusal !== "field-ambiguous") return match
  const names = new Set(rule.labels.map(fold))
  const offering = look
    .controls("select")
    .filter((it) => it.reachable && isCalled(it, (name) => names.has(name)))
    .filter(({ element }) => optionsOf(asSelect(element), labels).length > 0)
  const [only, other] = offering
  return only && !other ? { control: only, why: "label" } : match
}

/** What the list would send for one of these labels: nothing, one value, or several that can't be told apart. */
export function optionsOf(list: HTMLSelectElement, labels: readonly string[]): string[] {
  const sought = new Set(labels.map(fold))
  const called = [...list.options].filter(
    (it) => it.value !== "" && !it.disabled && !it.closest("optgroup[disabled]") && sought.has(fold(it.text)),
  )
  return [...new Set(called.map(({ value }) => value))]
}

/** The one box for this choice, by what it says and not by its place; a refusal where two say it. */
export function matchVisibility({ idPrefix }: PartRule, visibility: Visibility, look: PageLook): Match {
  const says = (name: string) => {
    const [only, other] = visibilitiesIn(name)
    return only === visibility && other === undefined
  }
  const all = controlsFor({ kind: "checks" }, look).filter((it) => it.reachable && isCalled(it, says))
  const known = all.filter(({ element }) => idPrefix !== undefined && element.id.startsWith(idPrefix))
  const [only, other] = known.length > 0 ? known : all
  if (!only) return { refusal: "field-not-found" }
  return other ? { refusal: "field-ambiguous" } : { control: only, why: known.length > 0 ? "id" : "label" }
}

const isCalled = (control: Control, sought: (name: string) => boolean) =>
  evidences.some((by) => control.isCalled(by, sought, [[]]))
