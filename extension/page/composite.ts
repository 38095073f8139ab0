import { controlSelector, type TextControl } from "./control-kinds"

/** A date or a number in pieces has small fields; a field that says it is this small is one piece. */
const smallestWhole = 8

/** A placeholder of one piece: `JJ`, `MM`, `AAAA`, `Clé`, dots. */
const onePiece = /^\W*(jj|dd|mm|aaaa|yyyy|cl[eé])?\W*$/i

/**
 * Whether the field takes only a piece of what its label names: day, month and year apart, or a number and
 * its key. True where it calls itself small, or where a field without a name of its own follows on the line.
 */
export function isPartOfSeries(element: TextControl): boolean {
  const size = Number(element.getAttribute("size") ?? 0)
  if (size > 0 && size < smallestWhole) return true
  if (onePiece.test(element.placeholder) && /\w/.test(element.placeholder)) return true
  const next = nextOnLine(element)
  return next !== null && isNameless(next)
}

/** The control that follows with nothing but marks between (`/`, `-`), or null. */
function nextOnLine(element: Element): Element | null {
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && /[^\s/.\-–]/.test(node.nodeValue ?? "")) return null
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    const part = node as Element
    if (part.matches(controlSelector)) return part.localName === "button" ? null : part
    if (/[^\s/.\-–]/.test(part.textContent ?? "") || part.localName === "br") return null
  }
  return null
}

function isNameless(next: Element): boolean {
  const { labels } = next as HTMLInputElement
  const named = ["aria-label", "aria-labelledby", "title"].some((name) => next.hasAttribute(name))
  return !named && (labels?.length ?? 0) === 0 && onePiece.test(next.getAttribute("placeholder") ?? "")
}
