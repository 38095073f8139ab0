import { computeAccessibleName } from "dom-accessibility-api"
import { fold } from "./fold"
import { isInline, shortText } from "./readable-text"

/** Parts of a label that explain it and do not belong to its words (State design system, Bootstrap, ours). */
const hintSelector = '[class*="hint"],[class*="help"],[class*="aide"],[class*="description"],small'

/** The elements that label a control: by `aria-labelledby`, else `label` elements. */
export function labellers(element: Element, labels: readonly Element[]): Element[] {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter((id) => id !== "")
  const root = element.getRootNode() as Document | ShadowRoot
  const referred = ids.map((id) => root.getElementById(id)).filter((it): it is HTMLElement => it !== null)
  return referred.length > 0 ? referred : [...labels]
}

/**
 * A first, cheap look at what labels a control, folded: all that its accessible name can be made of, hidden
 * parts too, so that the name itself (which costs many styles) is computed for candidates only.
 */
export function roughLabel(element: Element, labels: readonly Element[]): string {
  const by = labellers(element, labels)
  const texts = by.map((it) => `${it.textContent} ${drawnNames(it)}`)
  return fold([...texts, element.getAttribute("aria-label") ?? ""].join(" "))
}

/** Images in a label speak by their alternative text. */
function drawnNames(label: Element): string {
  if (!label.firstElementChild) return ""
  const drawn = [...label.querySelectorAll("[alt],[aria-label],[title]")]
  return drawn
    .flatMap((it) => ["alt", "aria-label", "title"].map((name) => it.getAttribute(name) ?? ""))
    .join(" ")
}

/** The accessible name, folded. A label that is one piece of text needs no computation of styles. */
export function accessibleName(element: Element, labels: readonly Element[], rough: string): string {
  const [label, other] = labels
  const plain = label && !other && !label.firstElementChild && label.isConnected
  if (plain && !element.hasAttribute("aria-label") && !element.hasAttribute("aria-labelledby")) {
    // A label that waits transparent for the first character names its field all the same.
    return label.checkVisibility({ visibilityProperty: true }) ? rough : ""
  }
  return fold(computeAccessibleName(element))
}

/** The words of the label alone, without the explanation that stands inside it. */
export function wordsOfLabel(element: Element, labels: readonly Element[]): string {
  const by = labellers(element, labels)
  const skip = (part: Element) => part.matches(hintSelector)
  return fold(by.map((it) => ownText(it, skip)).join(" "))
}

const ownText = (label: Element, skip: (part: Element) => boolean): string =>
  label.firstElementChild || !isInline(label) ? (shortText(label, skip) ?? "") : (label.textContent ?? "")
