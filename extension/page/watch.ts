import { type Root, rootsOf } from "./roots"

/** Quiet time after the last change of the page before it is looked at again. Milliseconds. */
const quietMs = 250

/** A page that never rests (a clock, an animation) is looked at all the same, this often. Milliseconds. */
const restlessMs = 2_000

const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  // Frameworks change a text in place: another patient may stand in the same element.
  characterData: true,
  attributes: true,
  attributeFilter: [
    "hidden",
    "disabled",
    "readonly",
    "class",
    "style",
    "aria-hidden",
    "inert",
    "open",
    "aria-disabled",
    "aria-readonly",
  ],
}

/**
 * Calls `look` when the page, its open shadow roots or its same-origin frames have changed and come to rest:
 * portals that build their pages by script have no load event for each. The returned function stops it.
 */
export function watchPage(document: Document, look: () => void): () => void {
  const stopped = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let restlessSince: number | null = null
  const later = () => {
    restlessSince ??= Date.now()
    const patience = Math.max(0, restlessSince + restlessMs - Date.now())
    clearTimeout(timer)
    timer = setTimeout(rest, Math.min(quietMs, patience))
  }
  const rest = () => {
    restlessSince = null
    attend()
    look()
  }
  const observer = new MutationObserver(later)
  const seen = new WeakSet<Root>()
  const attend = () => {
    for (const root of rootsOf(document).all) {
      if (seen.has(root)) continue
      seen.add(root)
      observer.observe(root, watched)
      // A frame that loads, or loads another page, changes nothing that the observer sees.
      root.addEventListener("load", later, { capture: true, signal: stopped.signal })
    }
  }
  attend()
  // What a person types or chooses changes nothing in the tree: the guides wait for it all the same.
  for (const kind of ["input", "change"])
    document.addEventListener(kind, later, { capture: true, passive: true, signal: stopped.signal })
  // The page is about to go, and what stood last in its form is what was sent: looked at now, not after a rest.
  document.addEventListener("submit", look, { capture: true, passive: true, signal: stopped.signal })
  // A custom element opens its shadow root without any other change; a person who clicks in it shows it to us.
  document.addEventListener("focusin", later, { capture: true, signal: stopped.signal })
  document.defaultView?.addEventListener("load", later, { signal: stopped.signal })
  return () => {
    clearTimeout(timer)
    stopped.abort()
    observer.disconnect()
  }
}
