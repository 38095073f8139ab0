import browser from "webextension-polyfill"
import { codeOf } from "../../shared/nomenclatures/coded-label"
import { practiceSettings } from "../../shared/nomenclatures/practice-settings"
import { situations } from "../../shared/nomenclatures/situations"
import { Turns } from "../../shared/protocol/turns"
import type { PageView, Practice, PracticeView } from "../messages/panel-state"
import { professionalKey } from "./professional"
import type { State } from "./state"

const storageKey = "practices"
const firstConnection = "webps.first-connection"

/** One remembered pair; `when` is an ISO day. */
type Kept = Practice & { when: string }

/**
 * What each professional chose at their first connection, shown to them the next time and never chosen for them.
 * Kept in the extension's storage under a digest of their number: neither name nor number stands there. Without a CPS
 * (e-CPS) it is this browser's.
 */
export class PracticeKeeper {
  private kept: Record<string, Kept> = {}
  /** The pair that stood on the page last, and whose it is: it is kept once the page was left with it. */
  private pending: { key: string; practice: Practice } | null = null
  private told = ""
  /** A digest takes its time: looks are taken in the order in which the pages were seen. */
  private readonly turns = new Turns()

  constructor(private readonly state: State) {}

  async restore(): Promise<void> {
    this.kept = asKept((await browser.storage.local.get(storageKey))[storageKey])
    this.state.follow(({ page, readers }) => {
      void this.turns.take(() => this.look(page, professionalKey(readers)))
    })
  }

  async forget(): Promise<void> {
    this.kept = {}
    this.pending = null
    await browser.storage.local.remove(storageKey)
    this.tell(null)
  }

  private async look(page: PageView, professional: string | null): Promise<void> {
    const here = page.state === "portal" && page.description.page === firstConnection
    if (!here) {
      // Leaving it for another page of the portal is what follows « Valider »; a tab put in front of it is not.
      if (page.state === "portal" && page.description.portal === "webps" && page.description.page !== null)
        await this.keep()
      return this.tell(null)
    }
    const key = await keyOf(professional)
    const chosen = chosenOn(page)
    this.pending = chosen ? { key, practice: chosen } : null
    this.tell({ chosen, remembered: this.kept[key] ?? null, count: Object.keys(this.kept).length })
  }

  private async keep(): Promise<void> {
    const { pending } = this
    this.pending = null
    if (!pending) return
    this.kept = {
      ...this.kept,
      [pending.key]: { ...pending.practice, when: new Date().toISOString().slice(0, 10) },
    }
    await browser.storage.local.set({ [storageKey]: this.kept })
  }

  /** Only what changed: telling the state what it knows would call us again for ever. */
  private tell(practice: PracticeView | null): void {
    const now = JSON.stringify(practice)
    if (now === this.told) return
    this.told = now
    this.state.set({ practice })
  }
}

/** Both choices, where both stand on the page and are of the nomenclatures. */
function chosenOn(page: PageView): Practice | null {
  const said = page.state === "portal" ? page.practice : null
  const situation = said && codeOf(situations, said.situation)
  const setting = said && codeOf(practiceSettings, said.setting)
  return situation && setting ? { situation, setting } : null
}

async function keyOf(professional: string | null): Promise<string> {
  if (professional === null) return "browser"
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(professional))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** Total: what is damaged is forgotten. */
function asKept(stored: unknown): Record<string, Kept> {
  if (typeof stored !== "object" || stored === null) return {}
  const entries = Object.entries(stored).filter(([, it]) => {
    const { situation, setting, when } = (it ?? {}) as Partial<Record<keyof Kept, unknown>>
    return [situation, setting, when].every((text) => typeof text === "string")
  })
  return Object.fromEntries(entries) as Record<string, Kept>
}
