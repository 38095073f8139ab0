import { toHex } from "../../iso7816/bytes"
import type { ReaderEvent } from "../port"

type Slot = "empty" | "mute" | Uint8Array

/**
 * What a port has told so far, as one picture: whether the service answers, which readers there are, and what is in
 * them (an ATR, a mute card, nothing). Two ports that look at the same readers must come to the same picture.
 */
export class ReadersPicture {
  readonly #slots = new Map<string, Slot>()
  #service: Extract<ReaderEvent, { type: "service" }> | null = null
  #changes = 0

  after(event: ReaderEvent): void {
    this.#changes++
    switch (event.type) {
      case "service":
        this.#service = event
        if (event.trouble) this.#slots.clear()
        break
      case "reader-added":
      case "card-removed":
        this.#slots.set(event.reader, "empty")
        break
      case "reader-removed":
        this.#slots.delete(event.reader)
        break
      case "card-inserted":
        this.#slots.set(event.reader, event.atr)
        break
      case "card-mute":
        this.#slots.set(event.reader, "mute")
        break
    }
  }

  /** What the service said of itself last; undefined before its first word. */
  get trouble() {
    return this.#service?.trouble
  }

  /** Grows with each event. */
  get changes(): number {
    return this.#changes
  }

  /** The events that end all that the picture shows. */
  ending(): ReaderEvent[] {
    return Array.from(this.#slots.keys(), (reader) => ({ type: "reader-removed", reader }))
  }

  /** The events that lead to this picture from nothing. */
  telling(): ReaderEvent[] {
    return [...(this.#service ? [this.#service] : []), ...[...this.#slots].flatMap(slotEvents)]
  }

  shows(other: ReadersPicture): boolean {
    return this.#text() === other.#text()
  }

  #text(): string {
    const slots = Array.from(this.#slots, ([name, slot]) => [
      name,
      typeof slot === "string" ? slot : toHex(slot),
    ])
    return JSON.stringify([this.trouble, slots.sort()])
  }
}

function slotEvents([reader, slot]: [string, Slot]): ReaderEvent[] {
  const added: ReaderEvent = { type: "reader-added", reader }
  if (slot === "empty") return [added]
  return [
    added,
    slot === "mute" ? { type: "card-mute", reader } : { type: "card-inserted", reader, atr: slot },
  ]
}
