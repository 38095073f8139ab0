import { fold } from "./fold"
import { isVisible } from "./visible"

/** Longest text of an element in which a landmark split over several nodes is still looked for. Characters. */
const maxSplitText = 200

/**
 * Which of the texts stand visibly on the page. One walk over the text nodes, whatever the number of texts;
 * visibility, which costs a layout, is asked only where a text matched.
 */
export function visibleLandmarks(body: Element, texts: readonly string[]): Set<string> {
  const missing = new Map(texts.map((text) => [text, fold(text)]))
  const found = new Set<string>()
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null && missing.size > 0; node = walker.nextNode()) {
    const parent = node.parentElement
    const own = node.nodeValue ?? ""
    if (!parent || own.trim() === "" || parent.matches("script,style,noscript,template")) continue
    const whole = parent.textContent ?? ""
    const here = fold(whole.length <= maxSplitText ? whole : own)
    for (const [text, folded] of missing) {
      if (here.includes(folded) && isVisible(parent)) {
        found.add(text)
        missing.delete(text)
      }
    }
  }
  return found
}
