import { firefoxOrigin, type Lookalike, lookalikes } from "./lookalike-table"
import { Counting, inParallel, type Tally } from "./tally"
import { ourOrigin, upgradeRequest } from "./upgrade-request"
import { exchange, onceThereIsPlace, statusOf } from "./wire"

/** 503 too: whoever hears that all places are taken was otherwise welcome. */
export function passedTheGate(status: number): boolean {
  return status === 101 || status === 200 || status === 503
}

/** Sends each look-alike; the right request afterwards must be let through, or nothing is proved. */
export async function attackWithLookalikes(port: number): Promise<Tally> {
  const counting = new Counting("look-alike upgrade requests")
  const rows = lookalikes(port)
  await inParallel(rows.length, 8, async (index) => {
    const { name, change } = rows[index] as Lookalike
    const reply = await exchange(port, upgradeRequest(port, change))
    const status = statusOf(reply)
    counting.case(`${name}: ${status}`, !passedTheGate(status) && reply.closed)
  })
  for (const origin of [ourOrigin, firefoxOrigin]) {
    const request = upgradeRequest(port, { headers: { Origin: origin } })
    const status = statusOf(await onceThereIsPlace(() => exchange(port, request, { half: true })))
    if (status !== 101) throw new Error(`the right request got ${status}: nothing is proved`)
  }
  return counting.tally()
}
