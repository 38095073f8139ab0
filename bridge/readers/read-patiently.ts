import { setTimeout as pause } from "node:timers/promises"
import type { CardToRead, Outcome } from "./outcome"
import type { ReaderPort } from "./port"
import { readCard } from "./read-card"

/** Programs of the health sector hold a card for moments; the reading is tried again before it gives up. */
const heldCard = { tries: 3, pauseMs: 500 }

/** Reads a card, and again where another program held it meanwhile. Never throws: what goes wrong is the reason. */
export async function readPatiently(port: ReaderPort, card: CardToRead): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await readCard(port, card)
    const again = !outcome.ok && outcome.reason === "card-held" && attempt < heldCard.tries
    if (!again || card.signal.aborted) return outcome
    // The end of the stay cuts the pause short; the next reading then says `card-removed` by itself.
    await pause(heldCard.pauseMs, undefined, { signal: card.signal }).catch(() => undefined)
  }
}
