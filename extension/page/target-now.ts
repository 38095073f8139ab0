import type { Refusal } from "../portals/vocabulary"
import type { Control } from "./control"
import { isLocked, type TextControl } from "./control-kinds"
import type { Drift } from "./drift"
import type { Seek } from "./plan"
import type { Whereabouts } from "./written"

/** The element of the plan, or the one that took its place, if it may be written in now. */
export function targetNow(
  { control, seek }: { control: Control; seek: Seek },
  drift: Drift,
): { element: TextControl } | { refusal: Refusal } {
  let { element } = control
  // The look that the plan came from asked whether it can be seen; asking again costs a layout each time.
  if (drift.happened() || !element.isConnected) {
    const match = drift.lookAgain(seek)
    if ("refusal" in match) return match
    element = match.control.element
  }
  return isLocked(element) ? { refusal: "field-locked" } : { element }
}

/** Follows the field of an element, also where the page puts another in its place. */
export function whereabouts(element: TextControl, drift: Drift, seek: Seek): Whereabouts {
  let last = element
  return () => {
    if (last.isConnected && last.ownerDocument.defaultView) return last
    const match = drift.lookAgain(seek)
    if ("refusal" in match) return match.refusal === "page-changed" ? "page-gone" : null
    last = match.control.element
    return last
  }
}

export const presentOf = (where: ReturnType<Whereabouts>) => (where === "page-gone" ? null : where)
