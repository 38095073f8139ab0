import browser from "webextension-polyfill"
import { portalOfHost } from "../../shared/hosts"
import { askPage } from "../messages/page-messages"
import type { PageView, PanelState } from "../messages/panel-state"
import type { PageDescription } from "../portals/vocabulary"
import type { State } from "./state"

/**
 * Which tab « Préremplir » means: the active tab of the window in front. A panel that is itself opened in a
 * tab never counts; the last active tab that is no panel does then.
 */
export class PortalTab {
  private readonly ownTabs = new Set<number>()
  private lastForeignTab: number | null = null

  constructor(private readonly state: State) {}

  start(): void {
    browser.tabs.onActivated.addListener(() => void this.look())
    browser.tabs.onUpdated.addListener((_tab, change) => {
      if (change.status === "complete") void this.look()
    })
    browser.tabs.onRemoved.addListener((tab) => {
      this.ownTabs.delete(tab)
      void this.look()
    })
    browser.windows.onFocusChanged.addListener(() => void this.look())
    void this.look()
  }

  addOwnTab(tab: number): void {
    this.ownTabs.add(tab)
    void this.look()
  }

  /** News from a content script: shown at once when it stands in the tab that counts. */
  news(tab: number, description: PageDescription | null): void {
    const { page } = this.state.get()
    const counts = page.state === "portal" ? page.tab === tab : this.lastForeignTab === tab
    if (counts) this.show(tab, description)
  }

  /** Looks at the tabs again and tells the panel what page stands in the one that counts. */
  async look(): Promise<void> {
    const tab = await this.current()
    if (tab === null) return this.set({ state: "no-portal" })
    const description = await askPage(tab, { request: "describe" })
    if (description) return this.show(tab, description)
    this.set((await isPortal(tab)) ? { state: "reload-needed" } : { state: "no-portal" })
  }

  private async current(): Promise<number | null> {
    const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
    if (active?.id !== undefined && !this.ownTabs.has(active.id)) this.lastForeignTab = active.id
    return this.lastForeignTab
  }

  private show(tab: number, description: PageDescription | null): void {
    this.set(description ? { state: "portal", tab, description } : { state: "no-portal" })
  }

  private set(page: PageView): void {
    const before = this.state.get()
    if (JSON.stringify(before.page) === JSON.stringify(page)) return
    this.state.set(leftBehind(before, page) ? { page, fill: null } : { page })
  }
}

/**
 * Whether the tab of the last fill now stands on another page, of which its receipt would say nothing true. A
 * look at another tab leaves the receipt, and with it the way back, where it is.
 */
function leftBehind({ page: before, fill }: PanelState, page: PageView): boolean {
  if (!fill || page.state !== "portal" || page.tab !== fill.tab) return false
  if (fill.state === "done") return fill.receipt.page !== page.description.page
  return (
    before.state !== "portal" || before.tab !== page.tab || before.description.page !== page.description.page
  )
}

/** Only the portals' tabs show us their address; every other tab has none for us. */
async function isPortal(tab: number): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tab)
    return url !== undefined && portalOfHost(new URL(url).hostname) !== null
  } catch {
    // The tab is gone.
    return false
  }
}
