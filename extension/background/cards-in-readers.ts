import { otherCardReasons } from "../../shared/cards/other-card-reasons"
import type { ReadersState } from "../../shared/cards/readers"
import type { VitaleCard } from "../../shared/cards/vitale"

/** The Vitale cards that are in the readers and have been read. */
export function vitaleCards(readers: ReadersState | null): VitaleCard[] {
  return (readers?.readers ?? []).flatMap(({ card }) => (card?.kind === "vitale" ? [card] : []))
}

/** The one Vitale card in the readers. With two of them, none: the user takes one out. */
export function vitaleInReader(readers: ReadersState | null): VitaleCard | null {
  const [only, other] = vitaleCards(readers)
  return only && !other ? only : null
}

/**
 * What names each stay of a card in a reader. A CPS and a card of another kind say nothing about the patient and
 * have no name here.
 */
export function staysIn(readers: ReadersState): string[] {
  return readers.readers.flatMap(({ name, card }) => {
    if (card?.kind === "vitale") return [card.insertion]
    return card?.kind === "unknown" && !otherCardReasons.has(card.reason)
      ? [`${name} ${card.atr} ${card.reason}`]
      : []
  })
}
