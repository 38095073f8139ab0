import { join } from "node:path"
import { ChildPort } from "../readers/child/port"
import { Desk } from "../readers/desk"
import { Simulator } from "../readers/simulator"
import type { DeckCardId } from "../training/cards/deck"

/** The real readers, or the simulator with a card of the deck in its first slot (`null`: empty). */
export type ReaderSideOptions = { simulate: false } | { simulate: true; card: DeckCardId | null }

/** The build puts it beside the command itself. */
const childModule = () => join(__dirname, "pcsc-child.cjs")

/** The desk over real or simulated readers, not started yet; `simulator` is where a tray puts cards. */
export function openReaderSide(options: ReaderSideOptions): { desk: Desk; simulator: Simulator | null } {
  if (!options.simulate)
    return { desk: new Desk(new ChildPort({ modulePath: childModule() })), simulator: null }
  const simulator = new Simulator()
  if (options.card) simulator.insert(options.card)
  return { desk: new Desk(simulator), simulator }
}
