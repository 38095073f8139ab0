const headingSelector = "h1,h2,h3,h4,h5,h6,legend,caption,[role=heading]"

/**
 * The text of the last heading or legend that stands before the element, in document order: the one that a
 * person reads as the title above a field. Empty where there is none.
 */
export function headingAbove(element: Element): string {
  let above = ""
  for (const heading of element.ownerDocument.querySelectorAll(headingSelector)) {
    if (!(heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) break
    above = heading.textContent ?? ""
  }
  return above
}
