import { toHex } from "../../bridge/iso7816/bytes"
import type { ReaderPort } from "../../bridge/readers/port"
import { readCard } from "../../bridge/readers/read-card"
import { Simulator } from "../../bridge/readers/simulator"
import { type DeckCardId, deck } from "../../bridge/training/cards/deck"

/** The APDUs, in hex, that one read of a card of the deck sends. */
export type RecordedRead = { card: DeckCardId; apdus: string[] }

/** A Vitale card of three holders, a CPS3 and a CPS4. */
export const benchCards = ["family", "cps-doctor", "cps-nurse"] as const

export async function recordedReads(): Promise<RecordedRead[]> {
  return Promise.all(benchCards.map(recordedRead))
}

export async function recordedRead(card: DeckCardId): Promise<RecordedRead> {
  const simulator = new Simulator({ slots: ["Lecteur"] })
  simulator.insert(card)
  const apdus: string[] = []
  const recording: Pick<ReaderPort, "withCard"> = {
    withCard: (reader, use) =>
      simulator.withCard(reader, (transmit) =>
        use((command) => {
          apdus.push(toHex(command))
          return transmit(command)
        }),
      ),
  }
  const { signal } = new AbortController()
  const outcome = await readCard(recording as ReaderPort, {
    reader: "Lecteur",
    atr: deck[card].image.atr,
    signal,
  })
  if (!outcome.ok) throw new Error(`${card} was not read: ${outcome.reason}`)
  return { card, apdus }
}
