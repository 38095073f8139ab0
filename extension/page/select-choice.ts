import type { ChoiceField } from "../portals/define-page"
import type { TextControl } from "./control-kinds"
import { fold, withoutHint } from "./fold"
import type { PageLook } from "./look"
import type { Match } from "./match"

/**
 * A question asked by a list in the place of radio buttons. Its options name the answers; the list is the one that
 * has exactly one option for each answer of the question. Two such lists are a refusal.
 */
export function matchSelect({ answers }: ChoiceField, look: PageLook): Match {
  const labels = Object.values(answers)
  const lists = look
    .controls("select")
    .filter(({ element }) => labels.every((names) => optionFor(asSelect(element), names) !== null))
  const [only, other] = lists.filter((control) => control.reachable)
  if (!only) return { refusal: "field-not-found" }
  return other ? { refusal: "field-ambiguous" } : { control: only, why: "label" }
}

/** The one option that is called so and can be chosen. */
export function optionFor(list: HTMLSelectElement, labels: readonly string[]): HTMLOptionElement | null {
  const sought = new Set(labels.map((label) => withoutHint(fold(label))))
  const found = [...list.options].filter((it) => !it.disabled && sought.has(withoutHint(fold(it.text))))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The answer that stands chosen in the list, or null where that is none of the question's. */
export function chosenAnswer(list: HTMLSelectElement, { answers }: ChoiceField): string | null {
  const chosen = list.selectedOptions[0]
  const entry = Object.entries(answers).find(([, names]) => chosen && optionFor(list, names) === chosen)
  return entry?.[0] ?? null
}

/** The look keeps lists among the controls, which are fields of text for the rest. */
export const asSelect = (element: TextControl) => element as unknown as HTMLSelectElement
