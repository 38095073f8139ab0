import type { TextField } from "../portals/define-page"
import type { Refusal } from "../portals/vocabulary"
import type { Control } from "./controls"
import { fold, withoutHint } from "./fold"

export type Match = { control: Control; why: "id" | "label" } | { refusal: Refusal }

/**
 * The one control that the rule means, or a refusal. Known ids come first, then labels to the letter, then
 * labels without their hints. Two candidates are a refusal, never the first of two.
 */
export function matchText(rule: TextField, controls: readonly Control[]): Match {
  const byId = controls.filter(({ element }) => rule.ids?.includes(element.id))
  if (byId.length > 0) return oneOf(byId, "id")
  const under =
    rule.under === undefined ? controls : controls.filter((it) => it.under === fold(rule.under ?? ""))
  return matchLabel(rule.labels, under)
}

/** The one control called by one of these labels. */
export function matchLabel(labels: readonly string[], controls: readonly Control[]): Match {
  const wanted = labels.map(fold)
  const exact = controls.filter(({ name }) => wanted.includes(name))
  if (exact.length > 0) return oneOf(exact, "label")
  const bare = wanted.map(withoutHint)
  return oneOf(
    controls.filter(({ name }) => name !== "" && bare.includes(withoutHint(name))),
    "label",
  )
}

function oneOf(candidates: readonly Control[], why: "id" | "label"): Match {
  const [control, other] = candidates
  if (!control) return { refusal: "field-not-found" }
  return other ? { refusal: "field-ambiguous" } : { control, why }
}
