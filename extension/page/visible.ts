import { carrierOf } from "./roots"

/** A side of this many CSS pixels or less shows nothing that a person could use. */
const nothingPx = 1

/** Whether a person can see the element: laid out, not hidden by CSS or by an ancestor, its frame neither. */
export function isVisible(element: Element): boolean {
  for (let it: Element | null = element; it; it = carrierOf(it)) {
    const laidOut = it.checkVisibility({
      visibilityProperty: true,
      opacityProperty: true,
      contentVisibilityAuto: true,
    })
    if (!laidOut) return false
  }
  return true
}

/**
 * Whether a person could use the control: visible, of some size, on the page and not beside it, and not in a
 * part that the page has switched off for everyone (`inert`) or for screen readers (`aria-hidden`, which
 * honeypots wear). Asked only of the few controls that a label has already named: it costs a layout.
 */
export function isReachable(element: Element): boolean {
  for (let it: Element | null = element; it; it = carrierOf(it)) {
    if (it.closest('[inert],[aria-hidden="true" i]')) return false
  }
  return isVisible(element) && !isSqueezedAway(element) && !isBesideThePage(element)
}

/** Zero-size, or inside a box of no size that cuts off what does not fit: how pages hide a trap for robots. */
function isSqueezedAway(element: Element): boolean {
  if (isTiny(element)) return true
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (!isTiny(box)) continue
    const { overflowX, overflowY, display } = getComputedStyle(box)
    const cuts = overflowX !== "visible" || overflowY !== "visible"
    if (cuts && display !== "contents" && display !== "inline") return true
  }
  return false
}

function isTiny(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width <= nothingPx || height <= nothingPx
}

/** Left of, or above, everything that can be scrolled into sight. */
function isBesideThePage(element: Element): boolean {
  let { right, bottom } = element.getBoundingClientRect()
  // Scrolling only adds to these.
  if (right > 0 && bottom > 0) return false
  for (let box = element.parentElement; box; box = box.parentElement) {
    // Right-to-left boxes count their scroll backwards.
    right += Math.abs(box.scrollLeft)
    bottom += box.scrollTop
  }
  return right <= 0 || bottom <= 0
}
