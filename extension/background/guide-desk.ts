import browser from "webextension-polyfill"
import { type PortalId, portalHosts } from "../../shared/hosts"
import type { GuideAct } from "../guides/walk"
import type { FillTarget } from "../messages/commands"
import { askPage } from "../messages/page-messages"
import type { PanelState } from "../messages/panel-state"
import { pointings, type TargetId, targetIds } from "../portals/vocabulary"
import type { State } from "./state"

/** A page that does not answer within this time points at nothing. Milliseconds. */
const pointMs = 2000

export type PointTarget = Omit<FillTarget, "lock"> & { target: TargetId }

/**
 * Carries out what a person asks of a guide: its own acts, pointing at something on the page, and the ways to a page
 * of the portals. What is pointed at is taken away as soon as it is no longer what the guide speaks of.
 */
export class GuideDesk {
  /** The tab where a page of the portals stood last, to come back to. */
  private lastTab: number | null = null

  constructor(private readonly state: State) {
    state.follow((current) => this.followed(current))
  }

  act(asked: GuideAct): void {
    this.state.act(asked)
  }

  /** Draws a ring around the target on the page that the panel showed; drawing it again takes it away. */
  async point({ tab, document, page, target }: PointTarget): Promise<void> {
    const { pointing } = this.state.get()
    await this.unpoint()
    if (pointing?.target === target && pointing.result === "shown") return
    const reply = await askPage(tab, { request: "point", document, page, target }, pointMs)
    const said = typeof reply === "object" ? pointings.find((it) => it === reply.pointing) : undefined
    this.state.set({ pointing: { tab, document, page, target, result: said ?? "page-changed" } })
  }

  async unpoint(): Promise<void> {
    const { pointing } = this.state.get()
    if (!pointing) return
    this.state.set({ pointing: null })
    if (pointing.result === "shown") await askPage(pointing.tab, { request: "unpoint" }, pointMs)
  }

  /** The page tells that what it pointed at is gone. */
  lost(tab: number, document: unknown, target: unknown): void {
    const { pointing } = this.state.get()
    if (pointing?.tab !== tab || pointing.document !== document || pointing.target !== target) return
    if (targetIds.some((it) => it === target))
      this.state.set({ pointing: { ...pointing, result: "target-missing" } })
  }

  /** No panel is open any more: nobody would take the ring away. */
  panelsGone(): void {
    void this.unpoint()
  }

  /** Brings the portal's tab back in front, or opens the portal's start in a new one. */
  async goTo(portal: PortalId): Promise<void> {
    if (await this.showLastTab(portal)) return
    const { link, patient } = this.state.get()
    const training = link.state === "connected" ? link.mode === "training" : patient?.mode === "training"
    const port = link.state === "connected" ? link.portals : null
    const { real, imitation } = portalHosts[portal]
    // In training nobody is ever sent to a real portal.
    const url = training ? (port === null ? null : `http://${imitation}:${port}/`) : `https://${real}/`
    if (url !== null) await browser.tabs.create({ url })
  }

  private async showLastTab(portal: PortalId): Promise<boolean> {
    const tab = this.lastTab
    if (tab === null || this.state.get().page.state === "portal") return false
    try {
      const { url, windowId } = await browser.tabs.get(tab)
      const host = url === undefined ? "" : new URL(url).hostname
      const { real, imitation } = portalHosts[portal]
      if (host !== real && host !== imitation) return false
      await browser.tabs.update(tab, { active: true })
      if (windowId !== undefined) await browser.windows.update(windowId, { focused: true })
      return true
    } catch {
      // The tab is gone: the portal is opened anew.
      this.lastTab = null
      return false
    }
  }

  private followed({ page, pointing, guide }: PanelState): void {
    if (page.state === "portal") this.lastTab = page.tab
    if (!pointing) return
    const here =
      page.state === "portal" &&
      page.tab === pointing.tab &&
      page.description.document === pointing.document &&
      page.description.page === pointing.page
    const meant = guide.state === "running" && guide.target === pointing.target
    if (!here || !meant) void this.unpoint()
  }
}
