import { setTimeout as pause } from "node:timers/promises"
import type { ReadersPicture } from "./picture"

/**
 * `agree`: also where something changed while we looked, which proves nothing. `silent`: the service did not answer a
 * fresh context.
 */
export type LookResult = "agree" | "disagree" | "silent"

/** A service answers within milliseconds; readers and cards are then told one after the other. */
const times = { firstWordMs: 5_000, stepMs: 100, settleMs: 1_500, quietMs: 1_500 }

/**
 * Compares what the process in charge has told with what a fresh one tells, once the fresh one has settled: they must
 * differ for as long as nothing changes on either side. Throws `AbortError` when `signal` ends it.
 */
export async function secondLook(
  inCharge: ReadersPicture,
  fresh: ReadersPicture,
  signal: AbortSignal,
): Promise<LookResult> {
  for (let waited = 0; fresh.trouble === undefined; waited += times.stepMs) {
    if (waited >= times.firstWordMs) return "silent"
    await pause(times.stepMs, undefined, { signal })
  }
  await pause(times.settleMs, undefined, { signal })
  if (inCharge.shows(fresh)) return "agree"
  const before = [inCharge.changes, fresh.changes]
  await pause(times.quietMs, undefined, { signal })
  const quiet = inCharge.changes === before[0] && fresh.changes === before[1]
  return quiet && !inCharge.shows(fresh) ? "disagree" : "agree"
}
