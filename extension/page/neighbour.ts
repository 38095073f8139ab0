import { controlSelector } from "./control-kinds"
import { isInline, isUnread, shortText } from "./readable-text"

/** Text beside a control, and an element that shows whether it can be seen. */
export type Beside = { text: string; shownBy: Element }

/** A text does not name a control across the border of one of these. */
const borders = new Set(
  "form fieldset section article main aside nav header footer body html table tbody tr td th ul ol li dialog details".split(
    " ",
  ),
)

/**
 * The text closest to the control with no other control between: before a text field, after a radio button or a box.
 * One line or one block of text, never two: a text further off speaks of something else.
 */
export function textBeside(element: Element, side: "before" | "after"): Beside | null {
  const step = side === "before" ? "previousSibling" : "nextSibling"
  for (let from: Element = element; ; ) {
    const found = scan(from, step)
    if (found !== "go-on") return found
    const parent: Element | null = from.parentElement
    if (!parent || borders.has(parent.localName)) return null
    from = parent
  }
}

function scan(from: Element, step: "previousSibling" | "nextSibling"): Beside | null | "go-on" {
  let text = ""
  let shownBy: Element | null = from.parentElement
  const line = () => (text.trim() !== "" && shownBy ? { text, shownBy } : null)
  const add = (part: string) => {
    text = step === "previousSibling" ? part + text : text + part
  }
  for (let node = from[step]; node; node = node[step]) {
    if (node.nodeType === Node.TEXT_NODE) add(node.nodeValue ?? "")
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    const part = node as Element
    if (part.matches(controlSelector) || part.querySelector(controlSelector)) return line()
    if (isUnread(part)) continue
    if (isInline(part)) {
      const read = shortText(part)
      if (read === null || namesAnother(part, from)) return line()
      if (text.trim() === "" && read.trim() !== "") shownBy = part
      add(read)
      continue
    }
    if (line()) return line()
    // A legend speaks of its whole group, which is another evidence.
    if (part.localName === "hr" || part.localName === "legend" || part.localName === "caption") return null
    const block = shortText(part)
    if (block === null || namesAnother(part, from)) return null
    if (block.trim() !== "") return { text: block, shownBy: part }
  }
  return line() ?? "go-on"
}

/** A label that belongs to another control says nothing of this one. */
function namesAnother(part: Element, from: Element): boolean {
  const label = part.localName === "label" ? (part as HTMLLabelElement) : part.querySelector("label")
  const named = label?.control ?? null
  return named !== null && !from.contains(named)
}
