import { type ChildProcess, fork } from "node:child_process"
import { BridgeError, type ErrorCode } from "../../../shared/protocol/errors"
import type { CardToRead, Outcome } from "../outcome"
import type { ReaderEvent, Transmit } from "../port"
import { withinLimit } from "../time-limit"
import type { FromChild, ToChild } from "./messages"

/** A beat each second; so many in a row without an answer are a hang in native code. */
const beatMs = 1_000
const missedBeats = 4

/**
 * Above what the child itself waits for at most (its own polite retries included): these only end a use whose child
 * lives and never answers.
 */
const limits = { openMs: 12_000, exchangeMs: 5_000, readMs: 60_000 }

type Use = {
  opened: (code: ErrorCode | null) => void
  exchange: number
  answer: (said: Uint8Array | ErrorCode) => void
}

/** `end` comes once, whoever ended the process. */
export type ChildHandlers = { event: (event: ReaderEvent) => void; end: () => void }

/**
 * One process that holds the PC/SC library. It is ended by `kill`, by its own crash, or because it does not answer its
 * beats; every use of a card in it then ends with `no-reader-service`.
 */
export class ReaderProcess {
  readonly #process: ChildProcess
  readonly #uses = new Map<number, Use>()
  readonly #readings = new Map<number, (outcome: Outcome) => void>()
  readonly #handlers: ChildHandlers
  readonly #beats: NodeJS.Timeout
  readonly #killWithUs = () => this.kill()
  #unanswered = 0
  #lastUse = 0
  #ended = false

  constructor(modulePath: string, handlers: ChildHandlers) {
    this.#handlers = handlers
    // No inherited output: the library prints, and what is printed there is not ours to vouch for.
    this.#process = fork(modulePath, [], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [],
    })
    this.#process.on("message", (message) => this.#hear(message as FromChild))
    this.#process.once("exit", () => this.#end())
    // Could not be started, or can't be spoken to any more: the exit may never come.
    this.#process.once("error", () => this.kill())
    this.#beats = setInterval(() => this.#beat(), beatMs)
    process.once("exit", this.#killWithUs)
  }

  /** As `ReaderPort.withCard`. The result is given as soon as `use` gave it; the card is let go of behind it. */
  async withCard<Result>(reader: string, use: (transmit: Transmit) => Promise<Result>): Promise<Result> {
    if (this.#ended) throw new BridgeError("no-reader-service")
    const id = ++this.#lastUse
    const opening = new Promise<ErrorCode | null>((opened) => {
      this.#uses.set(id, { opened, exchange: 0, answer: () => undefined })
    })
    try {
      this.#send({ ask: "open", use: id, reader })
      const refusal = await withinLimit(opening, limits.openMs, "card-held")
      if (refusal) throw new BridgeError(refusal)
      return await use((command) => this.#exchange(id, command))
    } finally {
      this.#uses.delete(id)
      this.#send({ ask: "close", use: id })
    }
  }

  /** As `ReaderPort.readCard`: the reading is done over there. */
  async readCard({ reader, atr, signal, heldMs }: CardToRead): Promise<Outcome> {
    if (this.#ended) return { ok: false, reason: "no-reader-service" }
    const id = ++this.#lastUse
    const reading = new Promise<Outcome>((done) => this.#readings.set(id, done))
    this.#send({ ask: "read", use: id, reader, atr, heldMs: heldMs ?? null })
    try {
      return await withinLimit(reading, limits.readMs, "card-timeout", signal)
    } catch (cause) {
      this.#send({ ask: "abandon", use: id })
      return { ok: false, reason: cause instanceof BridgeError ? cause.code : "internal" }
    } finally {
      this.#readings.delete(id)
    }
  }

  /** At once and for good. Safe to call twice. */
  kill(): void {
    this.#process.kill("SIGKILL")
    this.#end()
  }

  async #exchange(id: number, command: Uint8Array): Promise<Uint8Array> {
    const use = this.#uses.get(id)
    if (!use || this.#ended) throw new BridgeError("no-reader-service")
    const exchange = ++use.exchange
    const answered = new Promise<Uint8Array | ErrorCode>((answer) => {
      use.answer = answer
    })
    this.#send({ ask: "transmit", use: id, exchange, command })
    const said = await withinLimit(answered, limits.exchangeMs, "card-timeout")
    if (typeof said === "string") throw new BridgeError(said)
    return said
  }

  #hear(message: FromChild): void {
    this.#unanswered = 0
    if (message.say === "beat") return
    if (message.say === "event") {
      if (!this.#ended) this.#handlers.event(message.event)
      return
    }
    if (message.say === "read") return void this.#readings.get(message.use)?.(message.outcome)
    const use = this.#uses.get(message.use)
    if (!use) return
    if (message.say === "opened") use.opened(null)
    else if (message.say === "ended") use.opened(message.code ?? "no-reader-service")
    else if (message.exchange === use.exchange)
      use.answer(message.say === "answer" ? new Uint8Array(message.response) : message.code)
  }

  /** Counted and not timed: a bridge that was itself asleep or busy must not blame the child for it. */
  #beat(): void {
    if (this.#unanswered >= missedBeats) this.kill()
    else this.#send({ ask: "beat" })
    this.#unanswered++
  }

  #send(message: ToChild): void {
    // What it can't be told any more, its end tells to whoever waits.
    if (!this.#ended && this.#process.connected) this.#process.send(message, () => undefined)
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    clearInterval(this.#beats)
    process.off("exit", this.#killWithUs)
    for (const use of this.#uses.values()) {
      use.opened("no-reader-service")
      use.answer("no-reader-service")
    }
    for (const done of this.#readings.values()) done({ ok: false, reason: "no-reader-service" })
    this.#handlers.end()
  }
}
