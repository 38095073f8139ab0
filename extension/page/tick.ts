import type { Refusal } from "../portals/vocabulary"
import { isLocked } from "./control-kinds"
import type { Drift } from "./drift"
import type { Box, Planned } from "./plan"
import { setTicked } from "./set-value"
import { presentOf, targetNow, whereabouts } from "./target-now"
import type { Whereabouts, Written } from "./written"

type Standing = Box & { where: Whereabouts }

/**
 * Checks and unchecks boxes so that they stand as they shall together; where the page does not let them, all stand
 * again as before.
 */
export function tick(
  { field, boxes }: Extract<Planned, { action: "tick" }>,
  drift: Drift,
  written: Written[],
): Refusal | null {
  const standing: Standing[] = []
  for (const box of boxes) {
    const target = targetNow(box, drift)
    if ("refusal" in target) return target.refusal
    standing.push({ ...box, where: whereabouts(target.element, drift, box.seek) })
  }
  if (!stand(standing, "before")) return "already-filled"
  if (put(standing, "after")) {
    written.push(writtenTicks(field, standing))
    return null
  }
  if (!put(standing, "before")) written.push(writtenTicks(field, standing))
  return "not-kept"
}

function writtenTicks(field: Planned["field"], boxes: readonly Standing[]): Written {
  return {
    field,
    unchecks: false,
    state() {
      if (boxes.some(({ where }) => where() === "page-gone")) return "gone"
      if (stand(boxes, "after")) return "kept"
      return stand(boxes, "before") ? "cleared" : "changed"
    },
    takeBack() {
      const open = boxes.every(({ where }) => {
        const box = presentOf(where())
        return box !== null && !isLocked(box)
      })
      return open && stand(boxes, "after") && put(boxes, "before")
    },
  }
}

/** What is unchecked goes first: pages let some boxes be checked only where others are not. */
function put(boxes: readonly Standing[], how: "before" | "after"): boolean {
  for (const wanted of [false, true])
    for (const box of boxes) {
      const element = elementOf(box)
      if (element && box[how] === wanted) setTicked(element, wanted)
    }
  return stand(boxes, how)
}

const stand = (boxes: readonly Standing[], how: "before" | "after") =>
  boxes.every((box) => elementOf(box)?.checked === box[how])

const elementOf = ({ where }: Standing) => presentOf(where()) as HTMLInputElement | null
