import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { ReaderPort } from "../readers/port"
import { cardAfter, readCard, unknownCard } from "../readers/read-card"
import { withinLimit } from "../readers/time-limit"
import { cardsPresent, type Patience, type PresentCard } from "./cards-present"
import { openReaderPort } from "./reader-port"

/** A service that wakes up, or a reader that is being found, takes longer than a card that is there. */
const patience: Patience = { limitMs: 3_000, cardMs: 500, emptyMs: 700, nothingMs: 2_000 }
/** Longer than a card that is held is waited for, much shorter than the desk would wait. */
const readingMs = 2_700
const noAtr = new Uint8Array()

/**
 * What is in the readers, each card tried once: the desk would try a held one again and again, and could not say
 * that it is held within the time of a diagnosis.
 */
export async function lookAtCards(): Promise<ReadersState> {
  const port = openReaderPort({ simulate: false })
  try {
    const { trouble, readers, cards } = await cardsPresent(port, patience)
    const read = new Map(
      await Promise.all(cards.map(async (card) => [card.reader, await cardIn(port, card)] as const)),
    )
    return { trouble, readers: readers.map((name) => ({ name, card: read.get(name) ?? null })) }
  } finally {
    await port.stop()
  }
}

function cardIn(port: ReaderPort, { reader, atr, gone }: PresentCard): Promise<CardInReader> {
  if (atr === null) return Promise.resolve(unknownCard(noAtr, "card-mute"))
  const outcome = readCard(port, { reader, atr, signal: gone })
  return withinLimit(outcome, readingMs, "card-timeout").then(
    (known) => cardAfter(known, { atr, insertion: "" }),
    () => ({ kind: "reading" }),
  )
}
