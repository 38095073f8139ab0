import type { TextControl } from "./control-kinds"

/**
 * Sets the value as the browser does for a person, past any `value` property that the page put on the element
 * itself (React tracks values so), then says it once by `input` and once by `change`. A page may replace the
 * element on `input`: `change` then goes to the one that `successor` finds.
 */
export function setValue(element: TextControl, value: string, successor: () => TextControl | null): void {
  natively(element, "value", value)
  announce(element, successor)
}

/**
 * Checks a radio button by its own `click`, because React hears of radio buttons by nothing else; the browser
 * then says `input` and `change` once. There is no click that unchecks: that is set, and said.
 */
export function setChecked(
  element: HTMLInputElement,
  checked: boolean,
  successor: () => TextControl | null,
): void {
  if (checked) {
    element.click()
    return
  }
  natively(element, "checked", checked)
  announce(element, successor)
}

/** Puts files into a file field: a script may give their bytes, never a place on the disk. */
export function setFiles(
  element: HTMLInputElement,
  files: FileList,
  successor: () => TextControl | null,
): void {
  natively(element, "files", files)
  announce(element, successor)
}

/** A box is checked and unchecked by its own `click`, of which the browser tells the page in full. */
export function setTicked(element: HTMLInputElement, ticked: boolean): void {
  if (element.checked === ticked) return
  if (element.type === "radio") setChecked(element, ticked, () => null)
  else element.click()
}

function natively(
  element: TextControl,
  property: "value" | "checked" | "files",
  value: string | boolean | FileList,
): void {
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), property)?.set
  if (native) native.call(element, value)
  else Object.assign(element, { [property]: value })
}

/** Bubbling, and `input` out of shadow roots as the browser's own: what forms, jQuery and React listen to. */
function announce(element: TextControl, successor: () => TextControl | null): void {
  element.dispatchEvent(new Event("input", { bubbles: true, composed: true }))
  const still = element.isConnected ? element : successor()
  still?.dispatchEvent(new Event("change", { bubbles: true }))
}
