import { readFileSync } from "node:fs"
import type { DeckCardId } from "../../training/cards/deck"
import { Simulator } from "../simulator"
import type { ToChild } from "./messages"
import { servePort } from "./serve-port"

/**
 * A process of the readers for the tests, with the simulator in the place of PC/SC. What it finds in its reader is the
 * scene that stands in a file when it starts: what comes later, only a process that starts later can see.
 */
export type Scene =
  | { card: DeckCardId | null }
  /** Says nothing, ends at once, or finds no library. */
  | { card: null; fault: "silent" | "ends" | "no-library" }

const scene = JSON.parse(readFileSync(process.env.TEST_CHILD_SCENE ?? "", "utf8")) as Scene
const fault = "fault" in scene ? scene.fault : null
if (fault === "ends") process.exit(1)

const simulator = new Simulator({ slots: ["Lecteur"] })
if (scene.card) simulator.insert(scene.card)
const receive =
  fault === "silent"
    ? () => undefined
    : servePort(simulator, (message) => {
        if (!process.connected) return
        if (fault === null) process.send?.(message)
        else if (message.say === "event" && message.event.type === "service")
          process.send?.({ say: "event", event: { type: "service", trouble: "no-reader-library" } })
      })
process.on("message", (message) => receive(message as ToChild))
process.once("disconnect", () => process.exit(0))
