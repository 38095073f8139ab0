import type { FieldRule, Page } from "../portals/define-page"
import type { FormPart, TargetId } from "../portals/vocabulary"
import { isDrawnByLabel } from "./control-kinds"
import type { Control } from "./controls"
import { drawnBy } from "./drawn-by"
import { findPress } from "./find-press"
import { findText } from "./find-text"
import { fold, withoutHint } from "./fold"
import { candidatesFor, controlsFor, waysOf } from "./form-parts"
import { ambiguous, type Found, hidden, missing } from "./found"
import type { PageLook } from "./look"
import { matchLabel, matchText } from "./match"
import { matchSelect } from "./select-choice"

/**
 * What a step of a guide points at on this page, as it stands now. Reads and changes nothing. Two elements that could
 * be meant are none: a person is never shown a guess.
 */
export function findTarget(look: PageLook, page: Page, id: TargetId): Found {
  const rule = page.targets?.[id]
  switch (rule?.kind) {
    case "press":
      return findPress(look, rule)
    case "field":
      return findField(look, page.fields[rule.field])
    case "part":
      return findPart(look, page, rule.part)
    case "text":
      return findText(look, rule.texts)
    case undefined:
      return missing
  }
}

function findField(look: PageLook, rule: FieldRule | undefined): Found {
  if (!rule) return missing
  if (rule.kind === "text") {
    const texts = look.controls("text")
    return matched(look, [matchText(rule, texts)]) ?? unseen(look, texts, rule)
  }
  const answers = Object.values(rule.answers)
  const choices = look.controls("choice")
  const buttons = answers.map((labels) => matchLabel(labels, choices))
  return (
    matched(look, buttons) ??
    matched(look, [matchSelect(rule, look)]) ??
    unseen(look, choices, { labels: answers.flat() })
  )
}

/** All of these controls together; null where one of them is not on the page. */
function matched(look: PageLook, matches: readonly ReturnType<typeof matchText>[]): Found | null {
  if (matches.some((it) => "refusal" in it && it.refusal === "field-ambiguous")) return ambiguous
  const controls = matches.flatMap((it) => ("control" in it ? [it.control] : []))
  return controls.length === matches.length ? drawn(look, controls) : null
}

/** A part that the page offers in several ways is shown by the first that a person can use. */
function findPart(look: PageLook, page: Page, part: FormPart): Found {
  const [way] = waysOf(look, page, part)
  if (way) return drawn(look, way.controls)
  const rules = page.parts?.[part] ?? []
  if (rules.some((rule) => candidatesFor(rule, look).length > 1)) return ambiguous
  return rules.some((rule) => unseen(look, controlsFor(rule, look), rule) === hidden) ? hidden : missing
}

/** The controls as a person sees them: boxes and file fields with the words beside them. */
function drawn(look: PageLook, controls: readonly Control[]): Found {
  const elements = controls.flatMap(({ element }) =>
    isDrawnByLabel(element) ? drawnBy(look, element) : [element],
  )
  return { elements: [...new Set(elements)] }
}

/** What no person can see has no name for us. Its id and the words of its label tell that it is there all the same. */
function unseen(
  look: PageLook,
  controls: readonly Control[],
  { ids, idPrefix, labels }: { ids?: readonly string[]; idPrefix?: string; labels: readonly string[] },
): Found {
  const sought = labels.map(fold)
  const isMeant = ({ element }: Control) =>
    ids?.includes(element.id) ||
    (idPrefix !== undefined && element.id.startsWith(idPrefix)) ||
    look.labelsOf(element).some((label) => {
      const words = fold(label.textContent)
      return sought.includes(words) || sought.includes(withoutHint(words))
    })
  return controls.some((it) => !it.reachable && isMeant(it)) ? hidden : missing
}
