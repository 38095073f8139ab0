import { fold } from "./fold"
import { blockOf, isInline, isUnread, maxCharacters, shortText } from "./readable-text"
import type { Root } from "./roots"

/** The folded text of one line or block of a page, in document order. `whole`: nothing of it was left out. */
export type BlockText = { block: Element; folded: string; whole: boolean }

const maxPieces = 6

/** Every text of a tree, hidden ones too: what matters is sought in it first, and only then asked if it is seen. */
export function blockTexts(root: Root): BlockText[] {
  const texts: BlockText[] = []
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let last: Element | null = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const own = node.nodeValue ?? ""
    if (!parent || !/\S/.test(own) || isUnread(parent)) continue
    // One text alone in its block, as most are: nothing to put together.
    if (
      parent.lastChild === node &&
      parent.firstChild === node &&
      !isInline(parent) &&
      own.length <= maxCharacters
    ) {
      texts.push({ block: parent, folded: fold(own), whole: true })
      last = parent
      continue
    }
    const block: Element = blockOf(node) ?? parent
    if (block === last) continue
    const text: string | null = isPlain(block) ? plainText(block) : shortText(block)
    // A long text is taken node by node: a landmark is then found where it is one piece.
    if (text === null) texts.push({ block: parent, folded: fold(own), whole: false })
    else texts.push({ block, folded: fold(text), whole: true })
    last = text === null ? null : block
  }
  return texts
}

/** One line of text in a few pieces at most, which the browser reads for us faster than we could. */
function isPlain(block: Element): boolean {
  if (block.childElementCount > maxPieces) return false
  for (let piece = block.firstElementChild; piece; piece = piece.nextElementSibling)
    if (!isInline(piece) || piece.firstElementChild) return false
  return true
}

function plainText(block: Element): string | null {
  const text = block.textContent ?? ""
  return text.length <= maxCharacters ? text : null
}
