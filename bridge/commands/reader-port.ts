import { join } from "node:path"
import { ChildPort } from "../readers/child/port"
import type { ReaderPort } from "../readers/port"
import { Simulator } from "../readers/simulator"
import type { DeckCardId } from "../training/cards/deck"

/** The real readers, or the simulator with a card of the deck in its first slot (`null`: empty). */
export type ReaderSideOptions = { simulate: false } | { simulate: true; card: DeckCardId | null }

/** The build puts it beside the command itself. */
const childModule = () => join(__dirname, "pcsc-child.cjs")

/**
 * The readers themselves, without the desk over them: for a command that talks to the cards in its own way, or that
 * must not wait as patiently as the desk does.
 */
export function openReaderPort(options: ReaderSideOptions): ReaderPort {
  if (!options.simulate) return new ChildPort({ modulePath: childModule() })
  const simulator = new Simulator()
  if (options.card) simulator.insert(options.card)
  return simulator
}
