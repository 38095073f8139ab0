import type { Page } from "../portals/define-page"
import { PageLook } from "./look"
import type { Match } from "./match"
import type { Seek } from "./plan"
import { recognise } from "./recognise"
import type { ShownPeople } from "./shown-people"

/** Changes that can make another element the right one, or another page of this. */
const telling = [
  "id",
  "for",
  "class",
  "style",
  "hidden",
  "disabled",
  "readonly",
  "inert",
  "type",
  "placeholder",
]

type Place = Pick<Location, "hostname" | "pathname">

/**
 * Notices that a page changed while it is filled. Our own writing makes pages change: most only count
 * characters, some replace their elements, some go on to another page.
 */
export class Drift {
  private readonly observer: MutationObserver
  private readonly from: string
  private readonly people: number
  private changed = false
  private stopped = false
  /** What was seen since the last change: valid until the next one. */
  private latest: { look: PageLook; samePage: boolean } | null = null

  constructor(
    private readonly page: Page,
    private readonly document: Document,
    private readonly location: Place,
    look: PageLook,
    private readonly shown: ShownPeople,
  ) {
    this.from = addressOf(location)
    this.people = shown.read(page).mark
    // Its callback never runs: the records are taken at the moment of each write.
    this.observer = new MutationObserver(() => undefined)
    const attributeFilter = [...telling, "aria-label", "aria-labelledby", "aria-hidden", "name"]
    for (const root of look.roots.all)
      this.observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter })
  }

  /** Whether the page is no longer as it was planned: then each element left to write is sought anew. */
  happened(): boolean {
    this.note()
    return this.changed
  }

  /** The one element that the field means now, if this is still the page that was asked for. */
  lookAgain(seek: Seek): Match {
    this.note()
    if (addressOf(this.location) !== this.from || !this.document.defaultView)
      return { refusal: "page-changed" }
    this.latest ??= this.look()
    return this.latest.samePage ? seek(this.latest.look) : { refusal: "page-changed" }
  }

  /** The fill is over: from now on nothing is remembered of the page. */
  stop(): void {
    this.observer.disconnect()
    this.stopped = true
  }

  private note(): void {
    const moved = addressOf(this.location) !== this.from
    if (this.observer.takeRecords().length === 0 && !moved && !this.stopped) return
    this.changed = true
    this.latest = null
  }

  private look(): { look: PageLook; samePage: boolean } {
    const look = new PageLook(this.document)
    const { page } = recognise(this.document, this.location, look)
    return { look, samePage: page?.id === this.page.id && this.shown.read(page).mark === this.people }
  }
}

const addressOf = ({ hostname, pathname }: Place) => `${hostname}${pathname}`
