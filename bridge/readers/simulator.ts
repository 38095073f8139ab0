import { setTimeout as pause } from "node:timers/promises"
import { BridgeError } from "../../shared/protocol/errors"
import { ApduCard } from "../training/cards/apdu-card"
import { type DeckCardId, deck } from "../training/cards/deck"
import type { CardImage } from "../training/cards/file-system"
import { type Fault, faulty, strikes } from "./fault"
import type { ReaderEvent, ReaderPort, Transmit } from "./port"
import { Queue } from "./queue"

/** `exchangeMs`: how long a card takes to answer one APDU; real cards take 5 to 30. */
export type SimulatorOptions = { slots?: readonly string[]; exchangeMs?: number }

/** `slot`: by default the first one. */
export type InsertOptions = { slot?: string; fault?: Fault }

type Stay = { image: CardImage; card: ApduCard; fault: Fault | null; exchanges: number; said: Uint8Array }
type Slot = { plugged: boolean; stay: Stay | null; queue: Queue }

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
    this.#slots = new Map(slots.map((name) => [name, { plugged: true, stay: null, queue: new Queue() }]))
    this.#exchangeMs = exchangeMs
  }

  start(onEvent: (event: ReaderEvent) => void): void {
    this.#onEvent = onEvent
    this.#emit({ type: "service", trouble: null })
    for (const [reader, slot] of this.#slots) if (slot.plugged) this.#announce(reader, slot)
  }

  async stop(): Promise<void> {
    this.#onEvent = null
  }

  /** Puts a card in a slot, in the place of the one that is there. Throws `no-reader` for an unknown slot. */
  insert(card: DeckCardId | CardImage, { slot: name = this.#firstSlot(), fault }: InsertOptions = {}): void {
    const slot = this.#slot(name)
    this.remove(name)
    const image = imageOf(card)
    slot.stay = stayOf(image, fault)
    if (slot.plugged) this.#emit({ type: "card-inserted", reader: name, atr: image.atr })
  }

  /** Takes the card out, if there is one. */
  remove(name: string = this.#firstSlot()): void {
    const slot = this.#slot(name)
    if (!slot.stay) return
    slot.stay = null
    if (slot.plugged) this.#emit({ type: "card-removed", reader: name })
  }

  /** Pulls the plug of a reader; a card in it stays where it is, without power. */
  unplug(name: string = this.#firstSlot()): void {
    const slot = this.#slot(name)
    if (!slot.plugged) return
    slot.plugged = false
    this.#emit({ type: "reader-removed", reader: name })
  }

  /** Plugs a reader in again; a card in it is as good as new. */
  plug(name: string = this.#firstSlot()): void {
    const slot = this.#slot(name)
    if (slot.plugged) return
    slot.plugged = true
    slot.stay = slot.stay && stayOf(slot.stay.image)
    this.#announce(name, slot)
  }

  async withCard<Result>(reader: string, use: (transmit: Transmit) => Promise<Result>): Promise<Result> {
    const slot = this.#slot(reader)
    return slot.queue.run(() => {
      const { plugged, stay } = slot
      if (!plugged) throw new BridgeError("no-reader")
      if (!stay) throw new BridgeError("no-card")
      return use((command) => this.#exchange(reader, slot, stay, command))
    })
  }

  async #exchange(reader: string, slot: Slot, stay: Stay, command: Uint8Array): Promise<Uint8Array> {
    stay.exchanges++
    if (this.#exchangeMs > 0) await pause(this.#exchangeMs)
    const fault = stay.fault && strikes(stay.fault, stay.exchanges) ? stay.fault : null
    if (fault && slot.stay === stay) this.#handle(fault, reader, stay)
    if (slot.stay !== stay) throw new BridgeError("card-removed")
    if (!slot.plugged) throw new BridgeError("no-reader")
    const answer = fault?.kind === "unheard" ? new Uint8Array() : stay.card.answer(command)
    stay.said = fault && fault.kind !== "swapped" ? await faulty(fault.kind, answer, stay.said) : answer
    return stay.said
  }

  /** What a hand does in the middle of an exchange. */
  #handle(fault: Fault, reader: string, stay: Stay): void {
    if (fault.kind === "removed") this.remove(reader)
    if (fault.kind === "unplugged") this.unplug(reader)
    if (fault.kind !== "swapped") return
    if (fault.told) this.insert(fault.by, { slot: reader })
    else stay.card = new ApduCard(imageOf(fault.by))
  }

  #announce(reader: string, { stay }: Slot): void {
    this.#emit({ type: "reader-added", reader })
    if (stay) this.#emit({ type: "card-inserted", reader, atr: stay.card.atr })
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

function stayOf(image: CardImage, fault: Fault | null = null): Stay {
  return { image, card: new ApduCard(image), fault, exchanges: 0, said: new Uint8Array() }
}

function imageOf(card: DeckCardId | CardImage): CardImage {
  return typeof card === "string" ? deck[card].image : card
}
