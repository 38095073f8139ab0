import { type DeckCardId, deckCardIds } from "../training/cards/deck"

/** Whether a word that somebody typed names a card of the training deck. */
export function isDeckCard(word: string | undefined): word is DeckCardId {
  return deckCardIds.some((id) => id === word)
}
