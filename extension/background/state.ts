import browser from "webextension-polyfill"
import { noProgress, type Progress } from "../guides/progress"
import { nothingSeen } from "../guides/sighting"
import { viewOf } from "../guides/view"
import { type GuideAct, walk } from "../guides/walk"
import type { PanelState } from "../messages/panel-state"
import { usualSettings } from "../messages/settings"
import { today } from "../messages/today"
import { comparisonOf, listView, sourcesView } from "./comparison"
import { filingView, type Prepared, preparedAfter } from "./filing"
import { type OpenDmp, openDmpAfter, openDmpWithout, professionalView } from "./professional"
import { sightingOf } from "./sighting-of"

/**
 * The one state of the extension, owned by the background. A browser may stop the background at any time:
 * what must outlive that (the patient, what the last fill did) is mirrored in `storage.session`, which is
 * memory and never disk. The rest is found again from the bridge and the tabs.
 */
type Remembered = Pick<PanelState, "patient" | "lockEnd" | "fill"> & {
  seen: string[]
  progress: Progress
  prepared: Prepared | null
  openDmp: OpenDmp | null
}

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
    guide: viewOf(noProgress, nothingSeen),
    pointing: null,
    filing: null,
    professional: { left: null, other: false },
    practice: null,
    practicesKept: 0,
    pairing: null,
    packs: { user: null, company: null },
    language: "fr",
    settings: usualSettings,
    lockedSettings: [],
    ignoredPolicy: [],
  }
  /** The stays of cards that were there last, over a lost link too: see `patient-lock.ts`. */
  seen: string[] = []
  /** How far the person has come in a guide. */
  progress: Progress = noProgress
  /** The document that the portal's form held last. */
  private prepared: Prepared | null = null
  /** The DMP that is open on the portal, and whose CPS was there. */
  private openDmp: OpenDmp | null = null
  private readonly listeners = new Set<(state: PanelState) => void>()

  get(): PanelState {
    return this.current
  }

  set(change: Partial<PanelState>): void {
    const next = { ...this.current, ...change }
    const sighting = sightingOf(next, today())
    const progress = walk(this.progress, { seen: sighting })
    const prepared = preparedAfter(this.prepared, next.page, next.patient?.lock ?? null)
    const openDmp = openDmpAfter(this.openDmp, next.page, next.readers)
    const changed = !isSame([this.progress, this.prepared, this.openDmp], [progress, prepared, openDmp])
    this.progress = progress
    this.prepared = prepared
    this.openDmp = openDmp
    this.current = {
      ...next,
      comparison: comparisonOf(next),
      list: listView(next),
      sources: sourcesView(next),
      guide: viewOf(progress, sighting),
      filing: filingView(prepared, next.page),
      professional: professionalView(openDmp, next.readers),
    }
    if ("patient" in change || "fill" in change || changed) this.remember()
    for (const listener of this.listeners) listener(this.current)
  }

  /** What a person asks of the guide. */
  act(asked: GuideAct): void {
    this.resume(walk(this.progress, { asked, seen: sightingOf(this.current, today()) }))
  }

  /** Puts a progress in the place of the one before. */
  resume(progress: Progress): void {
    this.progress = progress
    this.remember()
    this.set({})
  }

  /** A tab was closed: a DMP that was open in it has nobody in front of it any more. */
  tabClosed(tab: number): void {
    const openDmp = openDmpWithout(this.openDmp, tab)
    if (openDmp === this.openDmp) return
    this.openDmp = openDmp
    this.remember()
    // What stood in the closed tab is seen no more: else it would open the DMP again.
    const { page } = this.current
    this.set(page.state === "portal" && page.tab === tab ? { page: { state: "no-portal" } } : {})
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
    const { seen, progress, prepared, openDmp, ...panel } = stored
    this.seen = seen
    this.progress = progress
    this.prepared = prepared
    this.openDmp = openDmp
    this.set(panel)
  }

  /** Remembers which stays were there; they are told apart by names that say nothing of a card. */
  setSeen(seen: string[]): void {
    this.seen = seen
    this.remember()
  }

  private remember(): void {
    const { patient, lockEnd, fill } = this.current
    const { seen, progress, prepared, openDmp } = this
    const remembered: Remembered = { patient, lockEnd, fill, seen, progress, prepared, openDmp }
    void browser.storage.session.set({ [memoryKey]: remembered })
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
