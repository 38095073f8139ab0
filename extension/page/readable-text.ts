import { isVisible } from "./visible"

/** A label, a heading or a landmark is never longer. Characters, and nodes looked at before giving up. */
export const maxCharacters = 200
const maxNodes = 60

const unread = new Set(["script", "style", "noscript", "template", "textarea", "select", "option"])

/** Elements that stand inside a line of text. Asked by name: asking the style of each costs a layout. */
const inline = new Set(
  "a abbr b bdi bdo cite code data dfn em font i kbd label mark q s samp small span strong sub sup time u var".split(
    " ",
  ),
)

export const isInline = (element: Element): boolean => inline.has(element.localName)

/**
 * The text of a small element, without the parts that `skip` names; null where it is too long to be a label.
 * Stops early, so a page can't make it expensive.
 */
export function shortText(element: Element, skip: (part: Element) => boolean = () => false): string | null {
  let text = ""
  let nodes = 0
  const read = (node: Node): boolean => {
    nodes += 1
    if (nodes > maxNodes) return false
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.nodeValue ?? ""
      return text.length <= maxCharacters
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return true
    const part = node as Element
    if (part !== element && (unread.has(part.localName) || skip(part))) return true
    const apart = !isInline(part)
    if (apart) text += " "
    for (let child = part.firstChild; child; child = child.nextSibling) if (!read(child)) return false
    if (apart) text += " "
    return true
  }
  return read(element) ? text : null
}

/** The same, of what a person sees. */
export const seenText = (element: Element): string | null => shortText(element, (part) => !isVisible(part))

/** The element whose line or block this text stands in. */
export function blockOf(text: Node): Element | null {
  let block = text.parentElement
  while (block && isInline(block) && block.parentElement) block = block.parentElement
  return block
}

export const isUnread = (element: Element): boolean => unread.has(element.localName)
