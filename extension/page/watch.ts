/** Quiet time after the last change of the page before it is looked at again. Milliseconds. */
const quietMs = 250
/** A page that never comes to rest (a countdown, a spinner) is looked at all the same. Milliseconds. */
const patienceMs = 1000

/**
 * Calls `look` when the page has changed and come to rest: portals that build their pages by script have no
 * load event for each. The returned function stops it.
 */
export function watchPage(document: Document, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | null = null
  const lookNow = () => {
    waitingSince = null
    look()
  }
  const later = () => {
    waitingSince ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(lookNow, Math.max(0, Math.min(quietMs, waitingSince + patienceMs - Date.now())))
  }
  const observer = new MutationObserver(later)
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["hidden", "disabled", "readonly", "class", "style", "aria-hidden"],
  })
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
