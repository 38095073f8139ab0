import browser from "webextension-polyfill"
import { portalOfHost } from "../../shared/hosts"
import { askPage } from "../messages/page-messages"
import type { PageView, PanelState } from "../messages/panel-state"
import { hostPatterns } from "../portals/host-patterns"
import { isInert } from "../portals/pages"
import type { PageReport } from "../portals/vocabulary"
import type { PortalPacks } from "./portal-packs"
import type { State } from "./state"
import { type TrustedPage, trustedDescription } from "./trusted-description"
import { trustedReport } from "./trusted-report"

/** A page that does not say what it is within this time is not described. Milliseconds. */
const describeMs = 2000

/**
 * Which tab « Préremplir » means: the active tab of the window in front. A panel that is itself opened in a
 * tab never counts; the last active tab that is no panel does then.
 */
export class PortalTab {
  private readonly ownTabs = new Set<number>()
  private lastForeignTab: number | null = null
  /** Looks overlap; only the newest may speak, or a slow tab would pass for the one in front. */
  private looks = 0

  constructor(
    private readonly state: State,
    private readonly packs: PortalPacks,
    /** Told of each tab that was closed. */
    closed: (tab: number) => Promise<void>,
    /** Told of each page of a portal that is seen in any tab. */
    private readonly seen: (tab: number, page: TrustedPage) => void,
  ) {
    browser.tabs.onActivated.addListener(() => void this.look())
    browser.tabs.onUpdated.addListener((_tab, change) => {
      if (change.status === "complete") void this.look()
    })
    browser.tabs.onRemoved.addListener((tab) => {
      this.ownTabs.delete(tab)
      if (this.lastForeignTab === tab) this.lastForeignTab = null
      void closed(tab).then(() => this.look())
    })
    browser.windows.onFocusChanged.addListener(() => void this.look())
    browser.permissions.onAdded.addListener(() => void this.look())
    browser.permissions.onRemoved.addListener(() => void this.look())
  }

  addOwnTab(tab: number): void {
    this.ownTabs.add(tab)
    if (this.lastForeignTab === tab) this.lastForeignTab = null
    void this.look()
  }

  /** News from a content script: shown at once when it stands in the tab that counts. */
  news(tab: number, said: unknown, url: string | undefined): void {
    const trusted = trustedDescription(said, url)
    if (!trusted) return
    this.seen(tab, trusted)
    if (this.lastForeignTab !== tab) return
    this.looks += 1
    this.set(viewOf(tab, trusted))
  }

  /** The tab in front, asked now. */
  async current(): Promise<number | null> {
    const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
    if (active?.id !== undefined && !this.ownTabs.has(active.id)) this.lastForeignTab = active.id
    return this.lastForeignTab
  }

  /** Looks at the tabs again and tells the panel what page stands in the one that counts. */
  async look(): Promise<void> {
    this.looks += 1
    const own = this.looks
    const view = await this.view(own)
    if (own === this.looks) this.set(view)
  }

  /** The report of the page in a tab, as far as a content script is to be believed; null where there is none. */
  async report(tab: number): Promise<PageReport | null> {
    const said = await askPage(tab, { request: "report" }, describeMs)
    return typeof said === "object" ? trustedReport(said) : null
  }

  private async view(own: number): Promise<PageView> {
    const tab = await this.current()
    if (tab === null) return { state: "no-portal" }
    const url = await addressOf(tab)
    const portal = portalAt(url)
    if (portal?.inert) return { state: "inert" }
    const said = await askPage(tab, { request: "describe", packs: this.packs.inForce() }, describeMs)
    const trusted = typeof said === "object" ? trustedDescription(said, url) : null
    if (trusted) {
      // What came late is of a page that may be left behind by now.
      if (own === this.looks) this.seen(tab, trusted)
      return viewOf(tab, trusted)
    }
    // A page that is busy says nothing for a while: what was known of it stays, and a fill is bound to it anyway.
    const { page } = this.state.get()
    if (said === "lost" && page.state === "portal" && page.tab === tab) return page
    if (portal) return { state: "reload-needed" }
    // A site that we may not see looks like any other: only then does the missing access explain anything.
    const allowed = await browser.permissions.contains({ origins: [...hostPatterns] })
    return { state: allowed ? "no-portal" : "no-access" }
  }

  private set(page: PageView): void {
    const before = this.state.get()
    if (JSON.stringify(before.page) === JSON.stringify(page)) return
    this.state.set(leftBehind(before, page) ? { page, fill: null } : { page })
  }
}

/** A portal's refusals are told on the row of their document, and nowhere else. */
const viewOf = (tab: number, { sentences: _, ...page }: TrustedPage): PageView => ({
  state: "portal",
  tab,
  ...page,
})

/**
 * Whether the tab of the last fill now stands on another document or page, of which its receipt would say
 * nothing true. A look at another tab leaves the receipt where it is.
 */
function leftBehind({ fill }: PanelState, page: PageView): boolean {
  if (!fill || page.state !== "portal" || page.tab !== fill.tab) return false
  return fill.document !== page.description.document || fill.page !== page.description.page
}

/** Whether an address is a portal's, and one where nothing of ours acts: there is nothing to load again there. */
function portalAt(url: string | undefined): { inert: boolean } | null {
  if (url === undefined || !URL.canParse(url)) return null
  const { hostname, pathname } = new URL(url)
  const host = portalOfHost(hostname)
  return host && { inert: isInert(host.portal, pathname) }
}

/** Only the portals' tabs show us their address; every other tab has none for us. */
async function addressOf(tab: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tab)).url
  } catch {
    // The tab is gone.
    return undefined
  }
}
