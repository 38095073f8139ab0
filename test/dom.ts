/**
 * What jsdom lacks of a browser, for the unit tests of `extension/page`: it lays nothing out, so visibility is
 * what styles and the `hidden` attribute say, and size what a style says. Nor does it let a script give a file to a
 * field. The end-to-end tests use real browsers.
 */
export function completeDom(): void {
  completeWindow(window)
}

/** A frame has classes of its own. */
export function completeFrames(document: Document): void {
  for (const { contentWindow } of document.querySelectorAll("iframe"))
    if (contentWindow) completeWindow(contentWindow as unknown as typeof globalThis)
}

function completeWindow({
  Element,
  HTMLInputElement,
  getComputedStyle,
}: Pick<typeof globalThis, "Element" | "HTMLInputElement" | "getComputedStyle">) {
  Element.prototype.checkVisibility = function checkVisibility(this: Element) {
    for (let element: Element | null = this; element; element = element.parentElement) {
      const style = getComputedStyle(element)
      if (element.hasAttribute("hidden") || style.display === "none" || style.visibility === "hidden")
        return false
    }
    return true
  }
  completeFiles(HTMLInputElement)
  Element.prototype.getBoundingClientRect = function getBoundingClientRect(this: Element) {
    const { width, height, left, top } = getComputedStyle(this)
    const px = (length: string, otherwise: number) =>
      length.endsWith("px") ? Number.parseFloat(length) : otherwise
    return new DOMRect(px(left, 10), px(top, 10), px(width, 200), px(height, 20))
  }
}

/** A file field holds what a script gives it, and a list of files is made by a `DataTransfer`. */
function completeFiles(input: typeof HTMLInputElement): void {
  const held = new WeakMap<HTMLInputElement, readonly File[]>()
  Object.defineProperty(input.prototype, "files", {
    configurable: true,
    get(this: HTMLInputElement) {
      return this.type === "file" ? (held.get(this) ?? []) : null
    },
    set(this: HTMLInputElement, files: readonly File[]) {
      held.set(this, [...files])
    },
  })
  class Transfer {
    readonly files: File[] = []
    readonly items = { add: (file: File) => this.files.push(file) }
  }
  Object.assign(globalThis, { DataTransfer: Transfer })
}

/** Puts this HTML into the document and gives the document. */
export function documentWith(body: string): Document {
  document.body.innerHTML = body
  return document
}
