import type { PageLook } from "./look"
import { seenText } from "./readable-text"
import { isVisible } from "./visible"

/** So many are read, at the most: a form has not more fields. */
const maxRefusals = 12

/** Where pages say that something is wrong. */
const places = ["error", "erreur", "alert", "invalid", "danger"].map((it) => `[class*="${it}" i]`)
const marked = ["[role=alert]", "[aria-live=assertive]", ...places].join()

/**
 * What stands in the page's marks of error, and what a field marked as wrong refers to, each sentence once. Told to the
 * background alone, which passes on what can be nobody's (`portals/plain-sentence.ts`).
 */
export function shownRefusals(look: PageLook): string[] {
  const wrong = look.roots.all.flatMap((root) => [...root.querySelectorAll("[aria-invalid=true]")])
  const ids = wrong.flatMap((field) =>
    ["aria-errormessage", "aria-describedby"].flatMap((name) => field.getAttribute(name)?.split(/\s+/) ?? []),
  )
  const told = new Set<string>()
  for (const { block, folded } of look.allTexts()) {
    if (told.size === maxRefusals) break
    // One word is a mark or a button, and no sentence.
    if (!folded.includes(" ") || !(block.closest(marked) ?? ids.includes(block.id)) || !isVisible(block))
      continue
    const sentence = seenText(block)?.replace(/\s+/g, " ").trim()
    if (sentence) told.add(sentence)
  }
  return [...told]
}
