import type { Page } from "../portals/define-page"
import type { Pointing, TargetId } from "../portals/vocabulary"
import { findTarget } from "./find-target"
import type { Found } from "./found"
import { PageLook } from "./look"
import { isInSight, standingOf } from "./place"
import { Ring } from "./ring"
import type { Root } from "./roots"
import { topLayerOf } from "./top-layer"
import { isVisible } from "./visible"
import { watchPage } from "./watch"

/** A target that is gone for so long is lost; pages take a part away for a moment to draw it anew. Milliseconds. */
const patienceMs = 2_500

/** How often what costs more than a look at a few boxes is done. Milliseconds. */
const nowAndThenMs = 120

type Shown = { page: Page; target: TargetId; elements: readonly Element[]; ring: Ring }

/**
 * Points at one thing on the page, until it is told to stop: follows it over scrolling, resizing and a page that draws
 * itself anew. It looks and never touches. Costs nothing while nothing is shown.
 */
export class Highlight {
  private shown: Shown | null = null
  private stop = new AbortController()
  /** The trees of the page, as of the last search. */
  private roots: readonly Root[] = []
  private below = new Set<Element>()
  private goneSince: number | null = null
  private lastThen = 0

  constructor(
    private readonly document: Document,
    /** Called when what was shown went away for good; nothing is shown any more by then. */
    private readonly onLost: (target: TargetId) => void = () => undefined,
  ) {}

  /** Points at this target of the page, in the place of the one before; or says why there is nothing to point at. */
  show(target: TargetId, page: Page): Pointing {
    this.hide()
    const found = this.find(page, target)
    if ("refusal" in found) return found.refusal
    this.shown = { page, target, elements: found.elements, ring: new Ring(this.document) }
    this.goneSince = null
    this.bringIntoSight(found.elements)
    this.follow()
    this.raise(this.shown.ring)
    this.place()
    return "shown"
  }

  /** Takes away all that is ours: the ring, and every listener. */
  hide(): void {
    this.stop.abort()
    this.shown?.ring.remove()
    this.shown = null
    this.roots = []
    this.below.clear()
  }

  /** What is shown now, and where its ring stands. */
  get showing(): { target: TargetId; place: DOMRect } | null {
    return this.shown && { target: this.shown.target, place: this.shown.ring.place }
  }

  private find(page: Page, target: TargetId): Found {
    const look = new PageLook(this.document)
    this.roots = look.roots.all
    return findTarget(look, page, target)
  }

  private bringIntoSight(elements: readonly Element[]): void {
    const view = this.document.defaultView
    const standing = standingOf(elements)
    if (!view || !standing.whole || isInSight(standing, view)) return
    const still = view.matchMedia("(prefers-reduced-motion: reduce)").matches
    elements[0]?.scrollIntoView({
      block: "center",
      inline: "nearest",
      behavior: still ? "instant" : "smooth",
    })
  }

  /** At every frame that the browser paints, because nothing tells when a layout shifts; a look at a few boxes each. */
  private follow(): void {
    this.stop = new AbortController()
    const { signal } = this.stop
    const view = this.document.defaultView
    if (!view) return
    let frame = 0
    const onFrame = () => {
      this.place()
      if (!signal.aborted) frame = view.requestAnimationFrame(onFrame)
    }
    frame = view.requestAnimationFrame(onFrame)
    signal.addEventListener("abort", () => view.cancelAnimationFrame(frame))
    for (const kind of ["scroll", "resize"])
      view.addEventListener(kind, () => this.place(), { capture: true, passive: true, signal })
    view.addEventListener("pagehide", () => this.hide(), { signal })
    // A page may put other words in the same element, or another that is called the same beside it.
    signal.addEventListener(
      "abort",
      watchPage(this.document, () => this.seek()),
    )
  }

  private place(): void {
    const { shown } = this
    if (!shown) return
    const now = Date.now()
    const then = now - this.lastThen >= nowAndThenMs
    if (then) this.lastThen = now
    if ((then || !shown.ring.host.isConnected) && !this.stayOnTop(shown.ring)) {
      this.lose(shown)
      return
    }
    const { whole, seen } = standingOf(shown.elements.filter(isVisible))
    shown.ring.draw(seen)
    if (whole) this.goneSince = null
    else if (this.goneSince === null || then) this.seek()
  }

  /** The same rule finds what took the target's place; a target that nothing takes the place of is lost in the end. */
  private seek(): void {
    const { shown } = this
    if (!shown) return
    const found = this.find(shown.page, shown.target)
    shown.elements = "elements" in found ? found.elements : []
    if (shown.elements.length > 0) return
    const now = Date.now()
    this.goneSince ??= now
    if (now - this.goneSince >= patienceMs) this.lose(shown)
  }

  private lose({ target }: Shown): void {
    this.hide()
    this.onLost(target)
  }

  /** A dialog that was opened later lies over us; a page may also have thrown our element away. */
  private stayOnTop(ring: Ring): boolean {
    const above = topLayerOf(this.document, this.roots).filter((it) => it !== ring.host)
    const isNew = above.some((it) => !this.below.has(it))
    this.below = new Set(above)
    return isNew || !ring.host.isConnected ? ring.raise() : true
  }

  private raise(ring: Ring): void {
    this.below = new Set(topLayerOf(this.document, this.roots))
    ring.raise()
  }
}
