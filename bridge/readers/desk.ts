import { randomBytes } from "node:crypto"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { ReaderEvent, ReaderPort } from "./port"
import { cardAfter, unknownCard } from "./read-card"
import { readPatiently } from "./read-patiently"

/** `heldMs`: how long one exchange waits for another program that holds the card (see `CardChannel`). */
export type DeskOptions = { heldMs?: number }

export type ReadersListener = (state: ReadersState) => void

/** One stay of a card in a reader. A result that comes after its stay ended belongs to nobody and is dropped. */
type Stay = { atr: Uint8Array; insertion: string; ended: AbortController; card: CardInReader }

const noAtr = new Uint8Array()
/** What the protocol carries at most (`readersStateSchema`). */
const bounds = { readers: 16, nameCharacters: 200 }

/**
 * The desk: watches a reader port, reads each card that comes, and says the whole state at each change.
 * Snapshots are new objects, never changed afterwards.
 */
export class Desk {
  readonly #port: ReaderPort
  readonly #options: DeskOptions
  readonly #listeners = new Set<ReadersListener>()
  readonly #slots = new Map<string, Stay | null>()
  /** Until the port speaks, nothing is known of the service; "no reader" is what a person sees then. */
  #serviceTrouble: ErrorCode | null = null

  constructor(port: ReaderPort, options: DeskOptions = {}) {
    this.#port = port
    this.#options = options
  }

  start(): void {
    this.#port.start((event) => this.#on(event))
  }

  /** Ends every stay and stops the port. */
  async stop(): Promise<void> {
    for (const reader of this.#slots.keys()) this.#endStay(reader)
    await this.#port.stop()
  }

  state(): ReadersState {
    const readers = Array.from(this.#slots, ([name, stay]) => ({
      name: name.slice(0, bounds.nameCharacters),
      card: stay?.card ?? null,
    })).slice(0, bounds.readers)
    return { trouble: this.#serviceTrouble ?? (readers.length === 0 ? "no-reader" : null), readers }
  }

  /** Gives the current state at once, then each change. Returns the function that ends it. */
  subscribe(listener: ReadersListener): () => void {
    this.#listeners.add(listener)
    listener(this.state())
    return () => this.#listeners.delete(listener)
  }

  /** Reads again the cards that gave no identity. A mute card has to be taken out: it said no ATR. */
  readAgain(): void {
    for (const [reader, stay] of this.#slots)
      if (stay && gaveNothing(stay.card) && stay.atr.length > 0) void this.#read(reader, stay)
  }

  #on(event: ReaderEvent): void {
    switch (event.type) {
      case "service":
        this.#serviceTrouble = event.trouble
        if (event.trouble) this.#dropReaders()
        break
      case "reader-added":
        if (!this.#slots.has(event.reader)) this.#slots.set(event.reader, null)
        break
      case "reader-removed":
        this.#endStay(event.reader)
        this.#slots.delete(event.reader)
        break
      case "card-inserted":
        void this.#read(event.reader, this.#beginStay(event.reader, event.atr))
        return
      case "card-mute":
        this.#beginStay(event.reader, noAtr).card = unknownCard(noAtr, "card-mute")
        break
      case "card-removed":
        this.#endStay(event.reader)
        break
    }
    this.#publish()
  }

  #beginStay(reader: string, atr: Uint8Array): Stay {
    this.#endStay(reader)
    const insertion = randomBytes(8).toString("hex")
    const stay: Stay = { atr, insertion, ended: new AbortController(), card: { kind: "reading" } }
    this.#slots.set(reader, stay)
    return stay
  }

  #endStay(reader: string): void {
    this.#slots.get(reader)?.ended.abort()
    if (this.#slots.has(reader)) this.#slots.set(reader, null)
  }

  #dropReaders(): void {
    for (const reader of this.#slots.keys()) this.#endStay(reader)
    this.#slots.clear()
  }

  async #read(reader: string, stay: Stay): Promise<void> {
    stay.card = { kind: "reading" }
    this.#publish()
    const { atr, ended } = stay
    const card = { ...this.#options, reader, atr, signal: ended.signal }
    const outcome = await readPatiently(this.#port, card)
    if (this.#slots.get(reader) !== stay) return
    stay.card = cardAfter(outcome, stay)
    this.#publish()
  }

  #publish(): void {
    const state = this.state()
    for (const listener of this.#listeners) listener(state)
  }
}

function gaveNothing(card: CardInReader): boolean {
  return card.kind === "unknown" || (card.kind === "cps" && card.professional === null)
}
