import { BridgeError } from "../../shared/protocol/errors"
import type { Transmit } from "../readers/port"
import { withinLimit } from "../readers/time-limit"
import { type Apdu, encodeApdu, getResponse } from "./apdu"
import { isReadOnly } from "./read-only"
import { bytesWaiting, exactLength, statusWord } from "./status-word"

export type Answer = { data: Uint8Array; statusWord: number }

/** `exchangeMs` bounds one exchange; `signal` ends with the stay of the card. */
export type ChannelOptions = { exchangeMs?: number; signal?: AbortSignal }

const defaultExchangeMs = 5_000
/** An answer longer than this is a card that never stops announcing more. */
const maxAnswerBytes = 65_536

/**
 * A conversation with one card: sends commands and hides what the transport protocol T=0 adds to them
 * (ISO/IEC 7816-3, §10.3; reference: cards, §4 row 1). Nothing but read-only instructions leaves it.
 *
 * Throws `BridgeError`: what the port throws, `card-timeout` when an exchange takes too long, `card-removed`
 * when `signal` ended, `card-unreadable` when an answer is no answer at all, `internal` for a command that does
 * more than read.
 */
export class CardChannel {
  readonly #transmit: Transmit
  readonly #options: ChannelOptions

  constructor(transmit: Transmit, options: ChannelOptions = {}) {
    this.#transmit = transmit
    this.#options = options
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
    const { signal, exchangeMs = defaultExchangeMs } = this.#options
    if (signal?.aborted) throw new BridgeError("card-removed")
    const response = await withinLimit(
      this.#transmit(encodeApdu(command)),
      exchangeMs,
      "card-timeout",
      signal,
    )
    const [sw1, sw2] = response.subarray(-2)
    const length = response.length - 2
    if (sw1 === undefined || sw2 === undefined || length > (command.le ?? 256))
      throw new BridgeError("card-unreadable")
    return { data: response.slice(0, length), statusWord: sw1 * 256 + sw2 }
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts[0]
  return only && parts.length === 1 ? only : Uint8Array.from(parts.flatMap((part) => [...part]))
}
