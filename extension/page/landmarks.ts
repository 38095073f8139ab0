import { fold } from "./fold"
import { blockOf, isUnread, seenText, shortText } from "./readable-text"
import { isVisible } from "./visible"

/**
 * Which of the texts stand visibly in these trees. One walk over the text nodes, whatever the number of
 * texts; visibility, which costs a layout, is asked only where a text matched.
 */
export function visibleLandmarks(scopes: Node | readonly Node[], texts: readonly string[]): Set<string> {
  const missing = new Map(texts.map((text) => [text, fold(text)]))
  const found = new Set<string>()
  for (const scope of Array.isArray(scopes) ? (scopes as readonly Node[]) : [scopes as Node]) {
    const walker = (scope.ownerDocument ?? (scope as Document)).createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    let lastBlock: Element | null = null
    let lastText: string | null = null
    for (let node = walker.nextNode(); node !== null && missing.size > 0; node = walker.nextNode()) {
      const own = node.nodeValue ?? ""
      const parent = node.parentElement
      if (!parent || own.trim() === "" || isUnread(parent)) continue
      const block = blockOf(node)
      const sameBlock: boolean = block === lastBlock && lastText !== null
      if (block !== lastBlock) lastText = block && shortText(block)
      lastBlock = block
      if (sameBlock) continue
      const here = fold(lastText ?? own)
      for (const [text, folded] of missing) {
        if (!here.includes(folded)) continue
        // Text that is split over several elements must be visible in all of them.
        const seen = lastText === null || !block ? isVisible(parent) : seenHas(block, folded)
        if (!seen) continue
        found.add(text)
        missing.delete(text)
      }
    }
  }
  return found
}

function seenHas(block: Element, folded: string): boolean {
  return isVisible(block) && fold(seenText(block) ?? "").includes(folded)
}
