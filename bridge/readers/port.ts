import type { ErrorCode } from "../../shared/protocol/errors"
import type { CardToRead, Outcome } from "./outcome"

/**
 * The reader port: what the bridge needs of a card reader, whoever provides it. Its peers are `pcsc.ts`
 * (real readers) and `simulator.ts` (the training deck); the rest of the bridge can't tell them apart.
 */

/** Sends one command APDU as it is and gives the response as it is: data, then SW1 SW2. No chaining here. */
export type Transmit = (command: Uint8Array) => Promise<Uint8Array>

export type ReaderEvent =
  /** The card service: `trouble` null once it answers, else why not. Readers are gone when there is trouble. */
  | { type: "service"; trouble: ErrorCode | null }
  | { type: "reader-added"; reader: string }
  | { type: "reader-removed"; reader: string }
  /** A card has been powered; `atr` is its answer to reset. */
  | { type: "card-inserted"; reader: string; atr: Uint8Array }
  /** A card is in the slot and does not answer. */
  | { type: "card-mute"; reader: string }
  | { type: "card-removed"; reader: string }

export interface ReaderPort {
  /** Starts watching. Events come in order, one at a time, until `stop`. */
  start(onEvent: (event: ReaderEvent) => void): void
  /** Stops watching and lets go of every reader. Safe to call twice. */
  stop(): Promise<void>
  /**
   * Connects to the card in `reader` in shared mode, runs `use`, and disconnects leaving the card powered.
   * One use of a reader at a time: calls queue. `transmit` does not wait for another program that holds the card, and
   * throws `card-held`: the same command may be sent again, but what was selected before may not be any more.
   * Throws `BridgeError`: `card-held`, `card-removed`, `card-mute`, `card-timeout`, `no-card`, `no-reader`,
   * `no-reader-service`.
   */
  withCard<Result>(reader: string, use: (transmit: Transmit) => Promise<Result>): Promise<Result>
  /**
   * Reads a card in one go on the far side of the port, for a port that has such a side: the same reading as
   * `read-card.ts` makes through `withCard`, without a way there and back for each exchange. Never throws.
   */
  readCard?(card: CardToRead): Promise<Outcome>
}
