/** A person needs three tries in a code's five minutes; ten in one minute are a program that guesses. */
export const triesAMinute = 10
const minuteMs = 60_000

/**
 * How often anybody may try a pairing code at all, right or wrong, waiting or not. The three tries of a code end
 * that code; this keeps a program from burning code after code as fast as a person makes them, and from working
 * our processor with handshakes. Counted by a clock that nobody sets back.
 */
export class PairingRate {
  #tries: number[] = []

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** Whether one more try is allowed now; counts it if so. */
  allows(): boolean {
    const now = this.nowMs()
    this.#tries = this.#tries.filter((at) => now - at < minuteMs)
    if (this.#tries.length >= triesAMinute) return false
    this.#tries.push(now)
    return true
  }
}
