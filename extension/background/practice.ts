import browser from "webextension-polyfill"
import { codeOf } from "../../shared/nomenclatures/coded-label"
import { practiceSettings } from "../../shared/nomenclatures/practice-settings"
import { situations } from "../../shared/nomenclatures/situations"
import { Turns } from "../../shared/protocol/turns"
import type { PageView, Practice, PracticeView } from "../messages/panel-state"
import { today } from "../messages/today"
import { type WhoseCps, whoseCps } from "./professional"
import type { State } from "./state"

const storageKey = "practices"
const pendingKey = "practicePending"
const firstConnection = "webps.first-connection"

/** Where there is no CPS to say who it is (e-CPS), it is this browser's. */
const thisBrowser = "browser"

/** One remembered pair; `when` is an ISO day. */
type Kept = Practice & { when: string }

/** The pair that stood on the page last, and whose it is. */
type Pending = Practice & { key: string }

/**
 * What each professional chose at their first connection, shown to them the next time and never chosen for them.
 * Kept in the extension's storage under a digest of their number: neither name nor number stands there.
 *
 * A pair is kept once the page was left with it for another page of the portal, which is what follows « Valider »: kept
 * at once, it would always be the same as what stands on the page, and a slip of the mouse would pass for a choice.
 */
export class PracticeKeeper {
  private kept: Record<string, Kept> = {}
  /** In `storage.session` too: a browser may stop the background while a person is choosing. */
  private pending: Pending | null = null
  private told = ""
  /** A digest takes its time: looks are taken in the order in which the pages were seen. */
  private readonly turns = new Turns()

  constructor(private readonly state: State) {}

  async restore(): Promise<void> {
    this.kept = asKept((await browser.storage.local.get(storageKey))[storageKey])
    this.pending = ((await browser.storage.session.get(pendingKey))[pendingKey] ?? null) as Pending | null
    this.count()
    this.state.follow(({ page, link, readers }) => {
      void this.turns.take(() => this.look(page, whoseCps({ link, readers })))
    })
  }

  forget(): Promise<void> {
    return this.turns.take(async () => {
      this.kept = {}
      await this.expect(null)
      await browser.storage.local.remove(storageKey)
      this.count()
    })
  }

  private async look(page: PageView, whose: WhoseCps): Promise<void> {
    const here = page.state === "portal" && page.description.page === firstConnection
    if (!here) {
      // A tab put in front of it, or a page that is not known, is not what follows « Valider ».
      if (page.state === "portal" && page.description.portal === "webps" && page.description.page !== null)
        await this.keep()
      return this.tell(null)
    }
    // Whose it is will be known in a moment.
    if (whose === "unknown") return
    const key = await keyOf(whose)
    const chosen = chosenOn(page)
    await this.expect(chosen && key !== null ? { ...chosen, key: this.ownerOf(chosen, key) } : null)
    const remembered = key === null ? null : (this.kept[key] ?? null)
    this.tell({ whose: key === null ? "several" : "one", chosen, remembered })
  }

  /** A choice stays its professional's, whatever becomes of their card before they submit it. */
  private ownerOf({ situation, setting }: Practice, key: string): string {
    const { pending } = this
    const same = pending?.situation === situation && pending.setting === setting
    return same && pending.key !== thisBrowser ? pending.key : key
  }

  private async expect(pending: Pending | null): Promise<void> {
    if (JSON.stringify(pending) === JSON.stringify(this.pending)) return
    this.pending = pending
    if (pending) await browser.storage.session.set({ [pendingKey]: pending })
    else await browser.storage.session.remove(pendingKey)
  }

  private async keep(): Promise<void> {
    const { pending } = this
    if (!pending) return
    const { key, ...practice } = pending
    this.kept = { ...this.kept, [key]: { ...practice, when: isoDay() } }
    await browser.storage.local.set({ [storageKey]: this.kept })
    await this.expect(null)
    this.count()
  }

  private count(): void {
    this.state.set({ practicesKept: Object.keys(this.kept).length })
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

/** Under which name it is kept; null where two cards leave open whose it is. */
async function keyOf(whose: Exclude<WhoseCps, "unknown">): Promise<string | null> {
  if (whose === "several") return null
  if (whose === "nobody") return thisBrowser
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whose.person))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

function isoDay(): string {
  const { year, month, day } = today()
  return [year, month, day].map((it) => String(it).padStart(2, "0")).join("-")
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
