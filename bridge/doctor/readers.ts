import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { Finding, State } from "./finding"

/** Why nothing of the readers can be seen: a link before them is broken. */
const before: ReadonlySet<ErrorCode | null> = new Set<ErrorCode>(["no-reader-library", "no-reader-service"])

export function findReaders({ trouble, readers }: ReadersState): Finding {
  if (before.has(trouble)) return found("readers", "doubtful", "readers-not-seen", {})
  if (readers.length === 0) return found("readers", "broken", "no-reader", {})
  const names = readers.map(({ name }) => name)
  const code = hasTwoSlots(names) ? "two-slot-reader" : "readers-found"
  return found("readers", "holds", code, { readers: names })
}

/**
 * Two slots of one device: pcsc-lite ends a name with the number of the reader and that of the slot, Windows and
 * macOS with one of the two; what differs is that last number alone.
 */
export function hasTwoSlots(names: readonly string[]): boolean {
  const devices = names.map((name) => name.replace(/[\s(]*[0-9A-Fa-f]{1,2}\)?$/, ""))
  return new Set(devices).size < devices.length
}

/** One finding for each reader with a card in it, or that there is no card. */
export function findCards({ trouble, readers }: ReadersState): Finding[] {
  if (before.has(trouble) || readers.length === 0) return [found("cards", "doubtful", "cards-not-seen", {})]
  const cards = readers.flatMap(({ name, card }) => (card ? [cardFinding(name, card)] : []))
  return cards.length > 0 ? cards : [found("cards", "doubtful", "no-card", {})]
}

/** What a card that gave nothing means for the chain: one that is not ours to read breaks nothing. */
const harmless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "card-unknown",
  "card-not-health",
  "card-old-generation",
  "card-removed",
  "cps-old-generation",
  "cps-contactless",
])

function cardFinding(reader: string, card: CardInReader): Finding {
  switch (card.kind) {
    case "vitale":
      return found("cards", "holds", "vitale-read", { reader })
    case "reading":
      return found("cards", "broken", "card-timeout", { reader })
    case "cps":
      if (card.reason === null) return found("cards", "holds", "cps-read", { reader })
      return found("cards", stateFor(card.reason), card.reason, { reader })
    case "unknown":
      return found("cards", stateFor(card.reason), card.reason, { reader })
  }
}

function stateFor(reason: ErrorCode): State {
  return harmless.has(reason) ? "doubtful" : "broken"
}

function found(
  link: "readers" | "cards",
  state: State,
  code: Finding["code"],
  detail: Finding["detail"],
): Finding {
  return { link, state, code, detail }
}
