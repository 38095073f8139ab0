/**
 * Work that must be done in the order in which it came, though each piece is asynchronous: frames, whose
 * counters are implicit. A piece starts when the one before has ended, well or badly.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Pieces that have not ended. */
  get waiting(): number {
    return this.#waiting
  }

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1
    const turn = this.#last.then(work).finally(() => {
      this.#waiting -= 1
    })
    // The caller gets the failure; the queue only needs to know that the turn is over.
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
