import browser from "webextension-polyfill"
import { type GuideId, guideIds } from "../guides/define-guide"
import { guides } from "../guides/guides"
import { noProgress, type Progress } from "../guides/progress"
import type { State } from "./state"

const storageKey = "guideProgress"

/** What is kept on this computer of a guide: which one, and how far. Nothing of a patient, and no tick. */
type Kept = { guide: GuideId | null; at: number; off: boolean }

/**
 * Keeps the guide's progress over the end of the browser, so that it can be taken up the next day; a setting keeps it
 * from being written. Within a session the whole progress lives in memory with the rest of the state.
 */
export class GuideProgress {
  private last = ""

  constructor(private readonly state: State) {}

  /** Called once the state was restored: a progress of this very session is better than one from the disk. */
  async restore(): Promise<void> {
    // A setting, or a company's policy, may have come since: then what was kept before it is not taken up either.
    if (!this.state.get().settings.keepProgress) await browser.storage.local.remove(storageKey)
    const kept = asKept((await browser.storage.local.get(storageKey))[storageKey])
    const { guide, off } = this.state.progress
    if (kept && guide === null && !off) this.state.resume(resumed(kept))
    this.state.follow(() => void this.keep())
  }

  async forget(): Promise<void> {
    this.last = JSON.stringify(keptOf(noProgress))
    await browser.storage.local.remove(storageKey)
    this.state.resume(noProgress)
  }

  private async keep(): Promise<void> {
    const { keepProgress } = this.state.get().settings
    const now = keepProgress ? JSON.stringify(keptOf(this.state.progress)) : ""
    if (now === this.last) return
    this.last = now
    if (now === "") await browser.storage.local.remove(storageKey)
    else await browser.storage.local.set({ [storageKey]: JSON.parse(now) })
  }
}

function keptOf({ guide, at, off, finished }: Progress): Kept {
  return finished ? { guide: null, at: 1, off } : { guide, at, off }
}

/** A guide that had hardly begun is no progress to come back to; any other waits for the person to go on. */
function resumed({ guide, at, off }: Kept): Progress {
  if (guide === null || at < 2) return { ...noProgress, off }
  return { ...noProgress, guide, at, off, paused: !off }
}

/** Total: what this version does not know is no progress. */
function asKept(stored: unknown): Kept | null {
  if (typeof stored !== "object" || stored === null) return null
  const { guide, at, off } = stored as Partial<Record<keyof Kept, unknown>>
  if (guide === null) return { guide: null, at: 1, off: off === true }
  const known = guideIds.find((id) => id === guide)
  if (!known || typeof at !== "number" || !Number.isInteger(at)) return null
  if (at < 1 || at > guides[known].steps.length) return null
  return { guide: known, at, off: off === true }
}
