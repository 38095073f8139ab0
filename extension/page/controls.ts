import { computeAccessibleName } from "dom-accessibility-api"
import { fold } from "./fold"
import { headingAbove } from "./headings"
import { isVisible } from "./visible"

export type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Input types that take a written value of ours. The others (hidden, password, file…) are never candidates. */
const writable = new Set(["text", "tel", "number", "search", "date"])

/** A control that a person could use, with the names a person would call it by. */
export type Control = { element: HTMLInputElement | HTMLTextAreaElement; name: string; under: string }

/**
 * The visible text fields or radio buttons of the page with their accessible names (folded). Read-only and
 * disabled ones are kept, so that a refusal can say so instead of « not found ».
 */
export function controlsOf(document: Document, kind: "text" | "choice"): Control[] {
  const selector = kind === "choice" ? "input[type=radio]" : "input,textarea"
  const controls: Control[] = []
  for (const element of document.querySelectorAll<TextControl>(selector)) {
    if (kind === "text" && element instanceof HTMLInputElement && !writable.has(element.type)) continue
    if (!isVisible(element) && !isVisibleThroughLabel(element)) continue
    controls.push({
      element,
      name: fold(computeAccessibleName(element)),
      under: fold(headingAbove(element)),
    })
  }
  return controls
}

/** Design systems hide the real radio button and draw one in its label: the label is then what is seen. */
function isVisibleThroughLabel(element: TextControl): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return false
  return [...(element.labels ?? [])].some(isVisible)
}
