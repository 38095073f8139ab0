import type { ReaderEvent } from "./port"

/** Bits of a PC/SC reader state; the high half counts insertions and removals (`winscard.h`, PC/SC part 5). */
const present = 0x20
const mute = 0x200

/** What was last said of a slot. `count`: the service's own counter of insertions and removals. */
export type Seen = { card: "none" | "mute" | "powered"; count: number }
export const nothingSeen: Seen = { card: "none", count: 0 }

type CardEvent = Extract<ReaderEvent, { type: "card-inserted" | "card-mute" | "card-removed" }>

/**
 * What changed in a slot. States are merged on their way (a card swapped within one tick is "present" twice),
 * so the counter decides whether it is still the same stay. Services that keep no counter leave it at zero.
 */
export function changes(
  reader: string,
  before: Seen,
  state: number,
  atr: Uint8Array,
): { now: Seen; events: CardEvent[] } {
  const now: Seen = { card: cardIn(state, atr), count: state >>> 16 }
  const sameStay = now.card === before.card && (now.card === "none" || now.count === before.count)
  if (sameStay) return { now, events: [] }
  const events: CardEvent[] = []
  if (before.card !== "none") events.push({ type: "card-removed", reader })
  if (now.card === "powered") events.push({ type: "card-inserted", reader, atr })
  if (now.card === "mute") events.push({ type: "card-mute", reader })
  return { now, events }
}

function cardIn(state: number, atr: Uint8Array): Seen["card"] {
  if ((state & present) === 0) return "none"
  return (state & mute) !== 0 || atr.length === 0 ? "mute" : "powered"
}
