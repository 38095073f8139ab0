import type { BlockText } from "./block-texts"
import { drawnBy } from "./drawn-by"
import { fold, withoutHint } from "./fold"
import { ambiguous, type Found, hidden, missing } from "./found"
import type { PageLook } from "./look"
import { seenText } from "./readable-text"
import { isReachable, isVisible } from "./visible"

const titles = "h1,h2,h3,h4,h5,h6,[role=heading],legend,caption,label,dt,th"

/**
 * What shows the first of these texts that stands on the page. A block that says it and no more goes before one that
 * says more, a title before a plain text, and a link, which speaks of another page, comes last. Two of a rank are none.
 */
export function findText(look: PageLook, texts: readonly string[]): Found {
  let unseen = false
  for (const sought of texts.map(fold)) {
    let best: Element | null = null
    let rank = Number.POSITIVE_INFINITY
    let twice = false
    for (const it of look.allTexts()) {
      if (!it.folded.includes(sought)) continue
      if (!shows(it, sought)) {
        unseen = true
        continue
      }
      const block = narrowest(it.block, sought)
      const own = rankOf(block, it.folded, sought)
      if (own > rank) continue
      twice = own === rank
      rank = own
      best = block
    }
    if (best) return twice ? ambiguous : { elements: withWhatItNames(look, best) }
  }
  return unseen ? hidden : missing
}

/** A text in several pieces must be seen in all of them; one too long for that was taken piece by piece. */
function shows({ block, whole }: BlockText, sought: string): boolean {
  return isReachable(block) && (!whole || fold(seenText(block) ?? "").includes(sought))
}

/** A row of labels and fields is one block of text: the piece of it that says what is sought. */
function narrowest(block: Element, sought: string): Element {
  const part = [...block.children].find((it) => fold(it.textContent).includes(sought) && isVisible(it))
  return part ? narrowest(part, sought) : block
}

/** The lower the better; among those that say more, the shorter. */
function rankOf(block: Element, whole: string, sought: string): number {
  const says = block.firstElementChild ? whole : fold(block.textContent)
  const exact = says === sought || withoutHint(says) === sought
  const kind = (block.closest("a") ? 4 : 0) + (exact ? 0 : 2) + (block.closest(titles) ? 0 : 1)
  return kind * 1_000 + (exact ? 0 : Math.min(says.length, 999))
}

/** A legend with its group, a label with its field, a term with what is said of it; else the title or text alone. */
function withWhatItNames(look: PageLook, block: Element): Element[] {
  const group = block.closest("legend")?.closest("fieldset") ?? labelledGroup(block)
  if (group && isVisible(group)) return [...new Set([block, group])]
  const control = block.closest("label")?.control
  if (control) return [...new Set([block, ...drawnBy(look, control)])]
  const term = block.closest("dt")
  if (term?.nextElementSibling?.localName === "dd") return [term, term.nextElementSibling]
  const cell = block.closest("th")
  if (cell?.nextElementSibling?.localName === "td") return [cell.parentElement ?? cell]
  return [block.closest(titles) ?? block]
}

/** The group of fields that this element is said to name. */
function labelledGroup(block: Element): Element | null {
  const { id } = block.closest("[id]") ?? block
  const root = block.getRootNode() as Document | ShadowRoot
  const groups = id ? root.querySelectorAll("fieldset,[role=group],[role=radiogroup]") : []
  const isNamed = (it: Element) => it.getAttribute("aria-labelledby")?.split(/\s+/).includes(id)
  return [...groups].find(isNamed) ?? null
}
