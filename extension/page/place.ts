import { carrierOf } from "./roots"

/** A rectangle of the window, in CSS pixels. */
export type Place = { left: number; top: number; right: number; bottom: number }

/** Where something stands in the window, and what of it is not cut off by the boxes that scroll it; null for nothing. */
export type Standing = { whole: Place | null; seen: Place | null }

/** So much room around what is in sight that a person sees it at once. CSS pixels. */
const roomPx = 12

/** Where these elements stand together in the window of the page, through the frames that hold them. */
export function standingOf(elements: readonly Element[]): Standing {
  const each = elements.map(standing)
  return { whole: union(each.map(({ whole }) => whole)), seen: union(each.map(({ seen }) => seen)) }
}

/** Whether so much of it is in sight that nothing needs to be scrolled. What is larger than the window never all is. */
export function isInSight({ whole, seen }: Standing, view: Window): boolean {
  if (!whole || !seen) return false
  const { innerWidth: right, innerHeight: bottom } = view
  const window = { left: 0, top: 0, right, bottom }
  const inSight = intersection(seen, window)
  if (!inSight) return false
  if (inSight.bottom - inSight.top > bottom / 2) return true
  const cut = whole.bottom - seen.bottom > 1 || seen.top - whole.top > 1 || whole.right - seen.right > 1
  return !cut && seen.top >= roomPx && seen.bottom <= bottom - roomPx && seen.left >= 0 && seen.right <= right
}

function standing(element: Element): Standing {
  let whole = placeOf(element)
  let seen = whole
  let { position } = getComputedStyle(element)
  for (let box = around(element); box; box = around(box)) {
    const style = getComputedStyle(box)
    if (box.localName === "iframe" || box.localName === "frame") {
      // A frame moves all that is in it, and cuts off what it does not show.
      const inside = insideOf(box)
      whole = moved(whole, inside)
      seen = intersection(moved(seen, inside), inside)
    } else if (!carries(style, position)) continue
    else if (cuts(box, style)) seen = intersection(seen, insideOf(box))
    position = style.position
  }
  return { whole, seen }
}

/** What holds the element when it is drawn: its slot, parent, shadow host or frame. */
const around = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? carrierOf(element)

/** Whether a box scrolls something of this position along; what is fixed, or absolute in an outer box, stays. */
function carries({ position, transform }: CSSStyleDeclaration, held: string): boolean {
  return held !== "fixed" && (held !== "absolute" || position !== "static" || transform !== "none")
}

/** The scrolling of the root and of the body is the window's own. */
function cuts(box: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  if (box.localName === "html" || box.localName === "body") return false
  return (
    (overflowX !== "visible" || overflowY !== "visible") && display !== "inline" && display !== "contents"
  )
}

/** Null for something of no size. What only floats in a link, or in a box without a box of its own, gives it one. */
function placeOf(element: Element): Place | null {
  const own = element.getBoundingClientRect()
  if (hasSize(own)) return own
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  const inside = range.getBoundingClientRect()
  return hasSize(inside) ? inside : null
}

function insideOf(box: Element): Place {
  const rect = box.getBoundingClientRect()
  const [left, top] = [rect.left + box.clientLeft, rect.top + box.clientTop]
  return { left, top, right: left + box.clientWidth, bottom: top + box.clientHeight }
}

const hasSize = ({ left, top, right, bottom }: Place): boolean => right > left && bottom > top

function moved(place: Place | null, { left, top }: Place): Place | null {
  if (!place) return null
  return {
    left: place.left + left,
    top: place.top + top,
    right: place.right + left,
    bottom: place.bottom + top,
  }
}

function intersection(one: Place | null, other: Place): Place | null {
  if (!one) return null
  const both = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
  return hasSize(both) ? both : null
}

function union(places: readonly (Place | null)[]): Place | null {
  const some = places.filter((it) => it !== null)
  if (some.length === 0) return null
  return {
    left: Math.min(...some.map(({ left }) => left)),
    top: Math.min(...some.map(({ top }) => top)),
    right: Math.max(...some.map(({ right }) => right)),
    bottom: Math.max(...some.map(({ bottom }) => bottom)),
  }
}
