import type { TextField } from "../portals/define-page"
import type { Refusal } from "../portals/vocabulary"
import { type Control, evidences, type NamedBy } from "./control"
import { fold, withoutHint } from "./fold"

export type Evidence = "id" | NamedBy
export type Match = { control: Control; why: Evidence } | { refusal: Refusal }

/**
 * The one control that the rule means, or a refusal. Known ids come first, then names, from the accessible
 * name down to the placeholder; each to the letter, then without hints. A weaker evidence counts only where no
 * control is called so by a stronger one. Two candidates are a refusal, never the first of two.
 */
export function matchText(rule: TextField, controls: readonly Control[]): Match {
  const byId = controls.filter((it) => rule.ids?.includes(it.element.id) && it.reachable)
  if (byId.length > 0) return oneOf(byId, "id")
  const { under } = rule
  return matchLabel(rule.labels, controls, (it) => under === undefined || it.isUnder(under))
}

/** The one reachable control called by one of these labels, among those that stand in the right `place`. */
export function matchLabel(
  labels: readonly string[],
  controls: readonly Control[],
  place: (control: Control) => boolean = () => true,
): Match {
  const sought = new Sought(labels)
  for (const by of evidences) {
    const exact = new Candidates()
    const bare = new Candidates()
    for (const control of controls) {
      if (!control.isCalled(by, sought.bare, sought.words) || !place(control) || !control.reachable) continue
      const list = control.isCalled(by, sought.exact, sought.words) ? exact : bare
      list.add(control)
      if (exact.isAmbiguous) break
    }
    const found = exact.list.length > 0 ? exact : bare
    if (found.list.length > 0) return oneOf(found.list, by)
  }
  return { refusal: "field-not-found" }
}

/** What a control must be called: to the letter, without hints, and the words that no such name lacks. */
class Sought {
  readonly words: readonly (readonly string[])[]
  readonly exact: (name: string) => boolean
  readonly bare: (name: string) => boolean

  constructor(labels: readonly string[]) {
    const exact = new Set(labels.map(fold))
    const bare = new Set([...exact].map(withoutHint).filter((name) => name !== ""))
    this.exact = (name) => exact.has(name)
    this.bare = (name) => exact.has(name) || bare.has(withoutHint(name))
    this.words = [...bare].map((name) => name.split(" "))
  }
}

/** Two are enough to know that there is not one. */
class Candidates {
  readonly list: Control[] = []

  get isAmbiguous(): boolean {
    return this.list.length > 1
  }

  add(control: Control): void {
    if (!this.isAmbiguous) this.list.push(control)
  }
}

function oneOf(candidates: readonly Control[], why: Evidence): Match {
  const [control, other] = candidates
  if (!control) return { refusal: "field-not-found" }
  return other ? { refusal: "field-ambiguous" } : { control, why }
}
