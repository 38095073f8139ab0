/** Runs works one after the other, in the order they came; a work that fails does not stop the next. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    // The caller has the failure; the queue only needs to know that the work ended.
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Settles when all that was queued until now has ended. */
  idle(): Promise<unknown> {
    return this.#last
  }
}
