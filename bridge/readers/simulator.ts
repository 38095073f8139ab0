import { setTimeout as pause } from "node:timers/promises"
import { BridgeError } from "../../shared/protocol/errors"
import { ApduCard } from "../training/cards/apdu-card"
import { type DeckCardId, deck } from "../training/cards/deck"
import type { CardImage } from "../training/cards/file-system"
import { type Fault, faulty } from "./fault"
import type { ReaderEvent, ReaderPort, Transmit } from "./port"
import { Queue } from "./queue"

/** `exchangeMs`: how long a card takes to answer one APDU; real cards take 5 to 30. */
export type SimulatorOptions = { slots?: readonly string[]; exchangeMs?: number }

/** `slot`: by default the first one. */
export type InsertOptions = { slot?: string; fault?: Fault }

type Stay = { card: ApduCard; fault: Fault | null; exchanges: number }
type Slot = { stay: Stay | null; queue: Queue }

/** The two slots of a health reader. */
export const simulatedSlots: readonly string[] = ["Lecteur simulé 1", "Lecteur simulé 2"]

/**
 * The peer of PC/SC without hardware: slots where a hand, a test or the training tray puts cards of the deck.
 * The rest of the bridge can't tell the difference.
 */
export class Simulator implements ReaderPort {
  readonly #slots: Map<string, Slot>
  readonly #exchangeMs: number
  #onEvent: ((event: ReaderEvent) => void) | null = null

  constructor({ slots = simulatedSlots, exchangeMs = 0 }: SimulatorOptions = {}) {
    this.#slots = new Map(slots.map((name) => [name, { stay: null, queue: new Queue() }]))
    this.#exchangeMs = exchangeMs
  }

  start(onEvent: (event: ReaderEvent) => void): void {
    this.#onEvent = onEvent
    this.#emit({ type: "service", trouble: null })
    for (const [reader, { stay }] of this.#slots) {
      this.#emit({ type: "reader-added", reader })
      if (stay) this.#emit({ type: "card-inserted", reader, atr: stay.card.atr })
    }
  }

  async stop(): Promise<void> {
    this.#onEvent = null
  }

  /** Puts a card in a slot, in the place of the one that is there. Throws `no-reader` for an unknown slot. */
  insert(card: DeckCardId | CardImage, { slot: name = this.#firstSlot(), fault }: InsertOptions = {}): void {
    const slot = this.#slot(name)
    this.remove(name)
    const image = typeof card === "string" ? deck[card].image : card
    slot.stay = { card: new ApduCard(image), fault: fault ?? null, exchanges: 0 }
    this.#emit({ type: "card-inserted", reader: name, atr: image.atr })
  }

  /** Takes the card out, if there is one. */
  remove(name: string = this.#firstSlot()): void {
    const slot = this.#slot(name)
    if (!slot.stay) return
    slot.stay = null
    this.#emit({ type: "card-removed", reader: name })
  }

  async withCard<Result>(reader: string, use: (transmit: Transmit) => Promise<Result>): Promise<Result> {
    const slot = this.#slot(reader)
    return slot.queue.run(() => {
      const { stay } = slot
      if (!stay) throw new BridgeError("no-card")
      return use((command) => this.#exchange(reader, slot, stay, command))
    })
  }

  async #exchange(reader: string, slot: Slot, stay: Stay, command: Uint8Array): Promise<Uint8Array> {
    stay.exchanges++
    if (this.#exchangeMs > 0) await pause(this.#exchangeMs)
    const fault = stay.fault?.at === stay.exchanges ? stay.fault.kind : null
    if (fault === "removed" && slot.stay === stay) this.remove(reader)
    if (slot.stay !== stay || fault === "removed") throw new BridgeError("card-removed")
    const answer = stay.card.answer(command)
    return fault === null ? answer : faulty(fault, answer)
  }

  #slot(name: string): Slot {
    const slot = this.#slots.get(name)
    if (!slot) throw new BridgeError("no-reader")
    return slot
  }

  #firstSlot(): string {
    return this.#slots.keys().next().value ?? ""
  }

  #emit(event: ReaderEvent): void {
    this.#onEvent?.(event)
  }
}
