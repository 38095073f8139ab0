export type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Whatever a person can type in, choose or press: between two of these, a text belongs to one. */
export const controlSelector = "input:not([type=hidden]),textarea,select,button"

/** Input types that take a written value of ours. The others (hidden, password, file…) are never candidates. */
const writable = new Set(["text", "tel", "number", "search", "date"])

export function isTextControl(element: TextControl): boolean {
  return element.localName === "textarea" || writable.has(element.type)
}

export const isRadio = (element: Element): element is HTMLInputElement =>
  element.localName === "input" && (element as HTMLInputElement).type === "radio"

/** Radio buttons and boxes: what they are called stands behind them. */
export const isMark = (element: Element): element is HTMLInputElement =>
  element.matches("input[type=radio],input[type=checkbox]")

/** What pages hide and draw anew by their label: a person uses it through that. */
export const isDrawnByLabel = (element: Element): boolean =>
  isMark(element) || element.matches("input[type=file]")

/** Whether the page keeps the control from being changed, by itself or through its fieldset. */
export function isLocked(element: TextControl): boolean {
  if (element.readOnly || element.matches(":disabled")) return true
  return element.matches('[aria-disabled="true" i],[aria-readonly="true" i]')
}
