import { fold } from "./fold"
import { blockOf, isUnread, seenText, shortText } from "./readable-text"
import type { Root, Roots } from "./roots"
import { isVisible } from "./visible"

const headingSelector = "h1,h2,h3,h4,h5,h6,legend,caption,[role=heading]"

/** Text that a person clicks or that names one field is no title, whatever it says. */
const noTitle = "a[href],button,label,option"

/**
 * The title above each control, folded: the last one that stands before it in the whole page. A title is a
 * heading, a legend or a caption, or any visible text that says exactly one of `known` (folded): pages draw
 * titles with a spanning cell, a bold paragraph or a styled box. One walk, whatever the number of controls.
 */
export function titlesAbove(roots: Roots, known: ReadonlySet<string>): Map<Element, string> {
  const titles = new Map<Element, string>()
  let title = ""
  const walk = (root: Root): void => {
    const document = root.ownerDocument ?? (root as Document)
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    let lastBlock: Element | null = null
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const block = titleBlock(node)
        if (!block || block === lastBlock) continue
        lastBlock = block
        title = knownTitle(block, known) ?? title
        continue
      }
      const element = node as Element
      if (element.localName === "input" || element.localName === "textarea") titles.set(element, title)
      else if (element.matches(headingSelector) && isVisible(element)) title = fold(seenText(element) ?? "")
      const inner = roots.carriedBy.get(element)
      if (inner) walk(inner)
    }
  }
  const [top] = roots.all
  if (top) walk(top)
  return titles
}

/** The block of this text where it could be a title. */
function titleBlock(text: Node): Element | null {
  const parent = text.parentElement
  if (!parent || (text.nodeValue ?? "").trim() === "" || isUnread(parent)) return null
  return blockOf(text)
}

function knownTitle(block: Element, known: ReadonlySet<string>): string | null {
  const text = fold(shortText(block) ?? "")
  if (!known.has(text) || block.closest(noTitle) || block.querySelector(noTitle)) return null
  return isVisible(block) && fold(seenText(block) ?? "") === text ? text : null
}
