import type { Place } from "./place"

/** Between the target and the ring, and the least between the ring and the edge of the window. CSS pixels. */
const gapPx = 6
const edgePx = 2

/** A page that takes the ring away this often does not want it. */
const mostReturns = 5

/**
 * The ring around something on the page: an element of our own in the top layer, above open dialogs, with a closed
 * shadow root. It takes no focus and no click, and changes nothing of the page's elements. Styled by properties alone:
 * no policy of the page can keep them out, no style sheet of the page can reach in.
 */
export class Ring {
  readonly host: HTMLElement
  private readonly box: HTMLElement
  private pulse: Animation | null = null
  private drawn = ""
  private returns = 0

  constructor(private readonly document: Document) {
    this.host = document.createElement("compagnon-dmp-ring")
    this.host.setAttribute("aria-hidden", "true")
    this.host.setAttribute("popover", "manual")
    style(this.host, {
      all: "initial",
      // The browser's own styles of popovers would hide, centre and colour it.
      display: "block",
      position: "fixed",
      inset: "0 auto auto 0",
      width: "0",
      height: "0",
      overflow: "visible",
      "pointer-events": "none",
      "z-index": "2147483647",
    })
    this.box = document.createElement("div")
    style(this.box, {
      display: "none",
      position: "fixed",
      "box-sizing": "border-box",
      "border-radius": "9px",
      "pointer-events": "none",
      "forced-color-adjust": "none",
      ...colours(this.asks("(forced-colors: active)")),
    })
    this.host.attachShadow({ mode: "closed" }).append(this.box)
  }

  /** Puts it on top of everything that is open now. False from a page that keeps throwing it away. */
  raise(): boolean {
    const { host } = this
    if (!host.isConnected) {
      if (this.returns > mostReturns) return false
      this.returns += 1
      this.document.documentElement.append(host)
    }
    try {
      if (host.matches(":popover-open")) host.hidePopover()
      host.showPopover()
    } catch {
      // A document without popovers: the ring is a fixed box above what is not in the top layer.
    }
    return true
  }

  /** Draws it around this place, or nothing where there is none. */
  draw(place: Place | null): void {
    const around = place && this.around(place)
    const now = around ? Object.values(around).map(Math.round).join(" ") : ""
    if (now === this.drawn) return
    this.drawn = now
    style(this.box, {
      display: around ? "block" : "none",
      ...(around && {
        left: `${around.left}px`,
        top: `${around.top}px`,
        width: `${around.right - around.left}px`,
        height: `${around.bottom - around.top}px`,
      }),
    })
    if (around) this.pulse ??= this.beat()
  }

  /** Where it stands in the window, to be measured: nobody else can look into it. */
  get place(): DOMRect {
    return this.box.getBoundingClientRect()
  }

  remove(): void {
    this.pulse?.cancel()
    this.host.remove()
  }

  /** Around the place, and all of it in the window where the place itself is. */
  private around({ left, top, right, bottom }: Place): Place {
    const { clientWidth } = this.document.documentElement
    const { innerHeight = bottom } = this.document.defaultView ?? {}
    const before = (side: number) => Math.max(side - gapPx, Math.min(side, edgePx))
    const after = (side: number, edge: number) => Math.min(side + gapPx, Math.max(side, edge - edgePx))
    return {
      left: before(left),
      top: before(top),
      right: after(right, clientWidth),
      bottom: after(bottom, innerHeight),
    }
  }

  /** Three slow beats lead the eye; none where the person wants no motion. */
  private beat(): Animation | null {
    if (this.asks("(prefers-reduced-motion: reduce)") || typeof this.box.animate !== "function") return null
    return this.box.animate([{ opacity: 1 }, { opacity: 0.4 }, { opacity: 1 }], {
      duration: 1_100,
      iterations: 3,
      easing: "ease-in-out",
    })
  }

  private asks(media: string): boolean {
    return this.document.defaultView?.matchMedia(media).matches ?? false
  }
}

/** Dark between two light rings: seen on any ground. Forced colours are the person's own. */
function colours(forced: boolean): Record<string, string> {
  const [dark, light, glow] = forced
    ? ["Highlight", "Canvas", "Canvas"]
    : ["#0b6b6f", "#fff", "rgb(11 107 111 / 35%)"]
  return {
    border: `4px solid ${dark}`,
    "box-shadow": `0 0 0 2px ${light}, inset 0 0 0 2px ${light}, 0 0 8px 5px ${glow}`,
  }
}

/** With priority: a page that styles every element must not reach ours. */
function style(element: HTMLElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, "important")
}
