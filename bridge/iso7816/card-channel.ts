import { setTimeout as pause } from "node:timers/promises"
import { BridgeError } from "../../shared/protocol/errors"
import type { Transmit } from "../readers/port"
import { withinLimit } from "../readers/time-limit"
import { type Apdu, encodeApdu, getResponse } from "./apdu"
import { isReadOnly } from "./read-only"
import { bytesWaiting, exactLength, statusWord } from "./status-word"

export type Answer = { data: Uint8Array; statusWord: number }

/**
 * `exchangeMs` bounds one exchange; `heldMs` the waiting for another program that holds the card; `signal` ends with the
 * stay of the card.
 */
export type ChannelOptions = { exchangeMs?: number; heldMs?: number; signal?: AbortSignal }

const defaultExchangeMs = 5_000
/**
 * The health sector's own middleware waits for up to 1.5 s at an opening and 1 s at an exchange (reference: cards, §4
 * row 7). We wait a little longer and look more often: the moments between two transactions of a busy program are
 * short, and asking disturbs nobody.
 */
const defaultHeldMs = 2_000
const heldPauseMs = 5
/** Conversations begun anew because another program came between; more leave no moment to read in. */
const maxInterruptions = 200
/** An answer longer than this is a card that never stops announcing more. */
const maxAnswerBytes = 65_536

/**
 * A conversation with one card: sends commands and hides what the transport protocol T=0 adds to them
 * (ISO/IEC 7816-3, §10.3; reference: cards, §4 row 1). Nothing but read-only instructions leaves it.
 *
 * A card that another program holds is waited for. Throws `BridgeError`: what the port throws, `card-timeout` when an
 * exchange takes too long, `card-removed` when `signal` ended, `card-unreadable` when an answer is no answer at all,
 * `internal` for a command that does more than read.
 */
export class CardChannel {
  readonly #transmit: Transmit
  readonly #options: ChannelOptions
  /** Whether the exchanges belong together, and whether the next one may still wait for another program. */
  #inOneGo = false
  #mayWait = true

  constructor(transmit: Transmit, options: ChannelOptions = {}) {
    this.#transmit = transmit
    this.#options = options
  }

  /**
   * What `work` gives, once no other program held the card between its first exchange and its last: what was selected
   * before may not be any more. An interrupted work is begun again, with `again` true. `reliesOnBefore`: even its first
   * exchange, the first time, wants the card as the exchange before left it. Not to be nested.
   */
  async undisturbed<Result>(
    work: (again: boolean) => Promise<Result>,
    reliesOnBefore = false,
  ): Promise<Result> {
    try {
      for (let interruptions = 0; ; interruptions++) {
        this.#mayWait = !(reliesOnBefore && interruptions === 0)
        this.#inOneGo = true
        try {
          return await work(interruptions > 0)
        } catch (cause) {
          if (!(cause instanceof Interrupted)) throw cause
          if (interruptions === maxInterruptions) throw new BridgeError("card-held")
        }
      }
    } finally {
      this.#inOneGo = false
    }
  }

  /** The whole answer to one command: 6Cxx and 61xx are followed. */
  async send(command: Apdu): Promise<Answer> {
    const first = await this.#exactly(command)
    const parts = [first.data]
    let answer = first
    for (let waiting = bytesWaiting(answer.statusWord); waiting; waiting = bytesWaiting(answer.statusWord)) {
      answer = await this.#exactly(getResponse(command.cla, waiting))
      parts.push(answer.data)
      if (answer.data.length === 0 || parts.length * 256 > maxAnswerBytes) break
    }
    return { data: concatenate(parts), statusWord: answer.statusWord }
  }

  /**
   * Whether the card accepted a SELECT. A 61xx is a yes whose details nobody needs: not fetching them saves an
   * exchange per SELECT, and a T=0 card forgets them at the next command.
   */
  async select(command: Apdu): Promise<boolean> {
    const { statusWord: word } = await this.#exchange(command)
    return word === statusWord.ok || bytesWaiting(word) !== null
  }

  /**
   * Sends again with the length the card asks for, once, and only a command that asked for data: overwriting
   * the last byte of a SELECT would change the name it selects.
   */
  async #exactly(command: Apdu): Promise<Answer> {
    const answer = await this.#exchange(command)
    const exact = exactLength(answer.statusWord)
    if (exact === null || command.le === null) return answer
    return this.#exchange({ ...command, le: exact })
  }

  async #exchange(command: Apdu): Promise<Answer> {
    if (!isReadOnly(command.ins)) throw new BridgeError("internal")
    const response = await this.#whenFree(encodeApdu(command))
    const [sw1, sw2] = response.subarray(-2)
    const length = response.length - 2
    if (sw1 === undefined || sw2 === undefined || length > (command.le ?? 256))
      throw new BridgeError("card-unreadable")
    return { data: response.slice(0, length), statusWord: sw1 * 256 + sw2 }
  }

  /** Waits politely while another program holds the card. */
  async #whenFree(command: Uint8Array): Promise<Uint8Array> {
    const { signal, exchangeMs = defaultExchangeMs, heldMs = defaultHeldMs } = this.#options
    for (let waited = 0; ; waited += heldPauseMs) {
      if (signal?.aborted) throw new BridgeError("card-removed")
      try {
        const answer = await withinLimit(this.#transmit(command), exchangeMs, "card-timeout", signal)
        this.#mayWait = !this.#inOneGo
        return answer
      } catch (cause) {
        if (!(cause instanceof BridgeError && cause.code === "card-held") || waited >= heldMs) throw cause
        if (this.#inOneGo && !this.#mayWait) throw new Interrupted()
        // The end of the stay cuts the pause short, and is said by the next turn.
        await pause(heldPauseMs, undefined, { ...(signal && { signal }) }).catch(() => undefined)
      }
    }
  }
}

/** Another program held the card in the middle of exchanges that belong together. Never leaves the channel. */
class Interrupted extends Error {}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts[0]
  return only && parts.length === 1 ? only : Uint8Array.from(parts.flatMap((part) => [...part]))
}
