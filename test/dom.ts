/**
 * What jsdom lacks of a browser, for the unit tests of `extension/page`: it lays nothing out, so visibility is
 * what styles and the `hidden` attribute say. The end-to-end tests use real browsers.
 */
export function completeDom(): void {
  Element.prototype.checkVisibility = function checkVisibility(this: Element) {
    for (let element: Element | null = this; element; element = element.parentElement) {
      const style = getComputedStyle(element)
      if (element.hasAttribute("hidden") || style.display === "none" || style.visibility === "hidden")
        return false
    }
    return true
  }
}

/** Puts this HTML into the document and gives the document. */
export function documentWith(body: string): Document {
  document.body.innerHTML = body
  return document
}
