import type { BlockText } from "./block-texts"
import { fold } from "./fold"
import { seenText } from "./readable-text"
import type { Root, Roots } from "./roots"
import { isVisible } from "./visible"

const headingSelector = "h1,h2,h3,h4,h5,h6,legend,caption,[role=heading]"

/** Text that a person clicks or that names one field is no title, whatever it says. */
const noTitle = "a[href],button,label,option"

/**
 * The title above each control, folded: the last one that stands before it in the whole page. A title is a
 * heading, a legend or a caption, or any visible text that says exactly one of `known` (folded): pages draw
 * titles with a spanning cell, a bold paragraph or a styled box. Controls and headings come from one query in
 * document order, the few other titles and the carriers of inner trees are put in their places among them.
 */
export function titlesAbove(
  roots: Roots,
  texts: (root: Root) => readonly BlockText[],
  known: ReadonlySet<string>,
): Map<Element, string> {
  const titles = new Map<Element, string>()
  let title = ""
  const walk = (root: Root): void => {
    const drawn = new Map(texts(root).flatMap((it) => drawnTitle(it, known)))
    const carriers = [...roots.carriedBy.keys()].filter((it) => it.getRootNode() === root)
    const ordered = [...root.querySelectorAll(`input,textarea,${headingSelector}`)]
    for (const element of inserted(ordered, [...drawn.keys(), ...carriers])) {
      if (element.localName === "input" || element.localName === "textarea") titles.set(element, title)
      else title = drawn.get(element) ?? headingText(element) ?? title
      const inner = roots.carriedBy.get(element)
      if (inner) walk(inner)
    }
  }
  const [top] = roots.all
  if (top) walk(top)
  return titles
}

function headingText(element: Element): string | null {
  return element.matches(headingSelector) && isVisible(element) ? fold(seenText(element) ?? "") : null
}

function drawnTitle({ block, folded, whole }: BlockText, known: ReadonlySet<string>): [Element, string][] {
  if (!whole || !known.has(folded) || block.closest(noTitle) || block.querySelector(noTitle)) return []
  return isVisible(block) && fold(seenText(block) ?? "") === folded ? [[block, folded]] : []
}

/** Both lists in document order. The second is short, so each of its elements is put in place by halving. */
function inserted(ordered: readonly Element[], few: readonly Element[]): readonly Element[] {
  if (few.length === 0) return ordered
  const before = new Map<number, Element[]>()
  for (const element of few) {
    const at = placeOf(element, ordered)
    // A drawn title can be a heading at the same time: it then has its place already.
    if (ordered[at] !== element) before.set(at, [...(before.get(at) ?? []), element])
  }
  const merged: Element[] = []
  for (let at = 0; at <= ordered.length; at += 1) {
    const here = before.get(at)
    if (here) merged.push(...here.sort((one, other) => (stands(one, other) ? -1 : 1)))
    const element = ordered[at]
    if (element) merged.push(element)
  }
  return merged
}

function placeOf(element: Element, ordered: readonly Element[]): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = ordered[middle]
    if (other && other !== element && stands(other, element)) low = middle + 1
    else high = middle
  }
  return low
}

const stands = (one: Element, before: Element): boolean =>
  (one.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
