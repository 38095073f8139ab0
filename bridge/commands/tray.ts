import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { type Simulator, simulatedSlots } from "../readers/simulator"
import { isDeckCard } from "./deck-card"

/**
 * The training tray: the door through which scripts and tests put fictitious cards in the simulated reader.
 * One command a line: `insert <card of the deck>` or `remove`, and after it the number of the slot, 1 or 2, where
 * it is not the first. `onUnknown` is called for any other line.
 */
export function openTray(input: Readable, simulator: Simulator, onUnknown: () => void): void {
  createInterface({ input }).on("line", (line) => {
    const words = line.trim().split(/\s+/)
    const slot = simulatedSlots[Number(/^[12]$/.test(words.at(-1) ?? "") ? words.pop() : 1) - 1]
    const [verb = "", card, ...rest] = words
    if (verb === "" || slot === undefined) return
    if (verb === "remove" && card === undefined) simulator.remove(slot)
    else if (verb === "insert" && isDeckCard(card) && rest.length === 0) simulator.insert(card, { slot })
    else onUnknown()
  })
}
