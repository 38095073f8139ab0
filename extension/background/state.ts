import browser from "webextension-polyfill"
import type { PanelState } from "../messages/panel-state"
import { comparisonOf, listView, sourcesView } from "./comparison"

/**
 * The one state of the extension, owned by the background. A browser may stop the background at any time:
 * what must outlive that (the patient, what the last fill did) is mirrored in `storage.session`, which is
 * memory and never disk. The rest is found again from the bridge and the tabs.
 */
type Remembered = Pick<PanelState, "patient" | "lockEnd" | "fill"> & { seen: string[] }

const memoryKey = "state"

export class State {
  private current: PanelState = {
    link: { state: "searching" },
    readers: null,
    patient: null,
    lockEnd: null,
    page: { state: "no-portal" },
    comparison: null,
    list: null,
    sources: null,
    fill: null,
    pairing: null,
    packs: { user: null, company: null },
    language: "fr",
    languageSetting: "auto",
  }
  /** The stays of cards that were there last, over a lost link too: see `patient-lock.ts`. */
  seen: string[] = []
  private readonly listeners = new Set<(state: PanelState) => void>()

  get(): PanelState {
    return this.current
  }

  set(change: Partial<PanelState>): void {
    const next = { ...this.current, ...change }
    this.current = {
      ...next,
      comparison: comparisonOf(next),
      list: listView(next),
      sources: sourcesView(next),
    }
    if ("patient" in change || "fill" in change) this.remember()
    for (const listener of this.listeners) listener(this.current)
  }

  /** Calls at once with the state as it is, then at each change. Returns the way to stop. */
  follow(listener: (state: PanelState) => void): () => void {
    this.listeners.add(listener)
    listener(this.current)
    return () => this.listeners.delete(listener)
  }

  /** Brings back what a stopped background held. Called once, before anything else is done. */
  async restore(): Promise<void> {
    const stored = (await browser.storage.session.get(memoryKey))[memoryKey] as Remembered | undefined
    if (!stored) return
    const { seen, ...panel } = stored
    this.seen = seen
    this.set(panel)
  }

  /** Remembers which stays were there; they are told apart by names that say nothing of a card. */
  setSeen(seen: string[]): void {
    this.seen = seen
    this.remember()
  }

  private remember(): void {
    const { patient, lockEnd, fill } = this.current
    const remembered: Remembered = { patient, lockEnd, fill, seen: this.seen }
    void browser.storage.session.set({ [memoryKey]: remembered })
  }
}
