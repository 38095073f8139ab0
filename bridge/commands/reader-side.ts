import { Desk } from "../readers/desk"
import { Simulator } from "../readers/simulator"
import type { DeckCardId } from "../training/cards/deck"
import { openReaderPort } from "./reader-port"

/** The real readers, or the simulator with a card of the deck in its first slot (`null`: empty). */
export type ReaderSideOptions = { simulate: false } | { simulate: true; card: DeckCardId | null }

/** The desk over real or simulated readers, not started yet; `simulator` is where a tray puts cards. */
export function openReaderSide(options: ReaderSideOptions): { desk: Desk; simulator: Simulator | null } {
  const port = openReaderPort(options)
  return { desk: new Desk(port), simulator: port instanceof Simulator ? port : null }
}
