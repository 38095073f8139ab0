import type { GateRefusal } from "./gate"
import type { EndReason, Log } from "./log"

type Reason = GateRefusal | EndReason

/**
 * Refused upgrades and handshakes, counted: the first of a kind is logged at once, the others as one number every ten
 * seconds, so that a flood can't fill a disk with lines.
 */
export class Refusals {
  readonly #counts = new Map<Reason, number>()
  readonly #timer: NodeJS.Timeout

  constructor(
    private readonly log: Log,
    everyMs = 10_000,
  ) {
    this.#timer = setInterval(() => this.#say(), everyMs).unref()
  }

  add(reason: Reason): void {
    const count = this.#counts.get(reason)
    if (count === undefined) this.log({ event: "refused", reason, count: 1 })
    this.#counts.set(reason, count === undefined ? 0 : count + 1)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#say()
  }

  #say(): void {
    for (const [reason, count] of this.#counts) {
      if (count > 0) this.log({ event: "refused", reason, count })
    }
    this.#counts.clear()
  }
}
