import { Highlight } from "../../extension/page/highlight"
import type { Page, TargetRule } from "../../extension/portals/define-page"
import { searchPage } from "../../extension/portals/webps/search"

type Box = { left: number; top: number; right: number; bottom: number }

/** What the highlight would have told the background. */
const lost: string[] = []
const highlight = new Highlight(document, (target) => void lost.push(target))

/** Every animation of the page, those in closed shadow roots too. */
const animations: Animation[] = []
const animate = Element.prototype.animate
Element.prototype.animate = function (this: Element, ...given: Parameters<typeof animate>) {
  const animation = animate.apply(this, given)
  animations.push(animation)
  return animation
}

const boxOf = (rect: DOMRect): Box => ({
  left: rect.left,
  top: rect.top,
  right: rect.right,
  bottom: rect.bottom,
})

/** The highlight as a page of a real browser runs it; bundled by `test/drive/engine.ts`. */
export const inPage = {
  lost,

  /** Points at what this rule names on the page as it stands. */
  show(rule: TargetRule, more: Partial<Page> = {}): string {
    return highlight.show("continue", { ...searchPage, ...more, targets: { continue: rule } })
  },

  hide: () => highlight.hide(),

  /** Where the ring stands, as the browser laid it out; null while none is drawn. */
  ring(): Box | null {
    const place = highlight.showing?.place
    return place && place.width > 0 ? boxOf(place) : null
  },

  hosts: () => document.querySelectorAll("compagnon-dmp-ring").length,

  beats: () => animations.map(({ playState }) => playState),

  /** As the ring looks after its beats. */
  endBeats: () => {
    for (const animation of animations) animation.finish()
  },

  /** The page without what is ours. */
  html(): string {
    const copy = document.documentElement.cloneNode(true) as Element
    for (const host of copy.querySelectorAll("compagnon-dmp-ring")) host.remove()
    return copy.outerHTML
  },
}
