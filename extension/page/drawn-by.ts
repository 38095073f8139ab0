import type { PageLook } from "./look"
import { isReachable } from "./visible"

/** The control with all of its labels, as far as they are seen: a drawn box of no size is seen by its label alone. */
export function drawnBy(look: PageLook, control: Element): Element[] {
  return [control, ...look.labelsOf(control)].filter(isReachable)
}
