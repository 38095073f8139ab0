/** Quiet time after the last change of the page before it is looked at again. Milliseconds. */
const quietMs = 250

/**
 * Calls `look` when the page has changed and come to rest: portals that build their pages by script have no
 * load event for each. The returned function stops it.
 */
export function watchPage(document: Document, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(look, quietMs)
  }
  const observer = new MutationObserver(later)
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["hidden", "disabled", "readonly", "class", "style", "aria-hidden"],
  })
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
