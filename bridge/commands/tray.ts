import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import type { Simulator } from "../readers/simulator"
import { isDeckCard } from "./deck-card"

/**
 * The training tray: the door through which scripts and tests put fictitious cards in the simulated reader.
 * One command a line: `insert <card of the deck>` or `remove`. `onUnknown` is called for any other line.
 */
export function openTray(input: Readable, simulator: Simulator, onUnknown: () => void): void {
  createInterface({ input }).on("line", (line) => {
    const [verb = "", card, ...rest] = line.trim().split(/\s+/)
    if (verb === "") return
    if (verb === "remove" && card === undefined) simulator.remove()
    else if (verb === "insert" && isDeckCard(card) && rest.length === 0) simulator.insert(card)
    else onUnknown()
  })
}
