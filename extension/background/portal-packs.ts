import browser from "webextension-polyfill"
import type { PackSource, PackView } from "../messages/panel-state"
import { parsePack } from "../portals/pack"
import { pages } from "../portals/pages"
import type { PortalPack } from "../portals/with-packs"
import type { State } from "./state"

const storageKey = "portalPack"

/**
 * The corrections of the portals: the user's pack, imported in the options and kept in the extension's storage
 * (it holds nothing of anybody), and the company's, set by policy. The company's goes over the user's, field by
 * field. A pack that no longer fits this version is set aside, and the options say so.
 */
export class PortalPacks {
  private user: PortalPack | null = null
  private company: PortalPack | null = null

  constructor(private readonly state: State) {}

  /** In the order in which they are put in force. */
  inForce(): PortalPack[] {
    return [this.user, this.company].filter((pack) => pack !== null)
  }

  async restore(): Promise<void> {
    const stored = (await browser.storage.local.get(storageKey))[storageKey]
    const user = this.read(stored)
    const company = this.read(await managedPack())
    this.user = user.pack
    this.company = company.pack
    this.show({ user: user.view, company: company.view })
  }

  /** Takes a pack in the place of the one before. False where it is refused, which changes nothing. */
  async import(json: string): Promise<boolean> {
    const { pack, view } = this.read(json)
    if (!pack) return false
    await browser.storage.local.set({ [storageKey]: json })
    this.user = pack
    this.show({ ...this.state.get().packs, user: view })
    return true
  }

  async remove(): Promise<void> {
    await browser.storage.local.remove(storageKey)
    this.user = null
    this.show({ ...this.state.get().packs, user: null })
  }

  private show(packs: Record<PackSource, PackView | null>): void {
    this.state.set({ packs })
  }

  private read(json: unknown): { pack: PortalPack | null; view: PackView | null } {
    if (typeof json !== "string") return { pack: null, view: null }
    const read = parsePack(json, pages)
    if ("refusal" in read) return { pack: null, view: { state: "refused", ...read } }
    const { pack } = read
    const { name, version, date } = pack
    return { pack, view: { state: "in-force", name, version, date, pages: Object.keys(pack.pages) } }
  }
}

/** Policy may give the pack as a text or as the object itself. Firefox throws where no policy is set. */
async function managedPack(): Promise<unknown> {
  try {
    const set = (await browser.storage.managed.get(storageKey))[storageKey]
    return set === undefined || typeof set === "string" ? set : JSON.stringify(set)
  } catch {
    return undefined
  }
}
