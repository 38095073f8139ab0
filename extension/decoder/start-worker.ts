/** Milliseconds that a worker may take to speak; usual are 50 to 500. */
const startMs = 5_000

/**
 * Starts a worker that says something as soon as it runs, and waits for that: on a busy machine Firefox (153; to be looked
 * at again) now and then does not hear what a worker is asked before it runs, or never runs it (seen at 7 of 150 starts
 * from a worker, at 1 of 100 from a page), and whoever waits for an answer waits for ever. One that does not speak is started
 * anew. Gives it with its first message, or null.
 */
export async function startWorker(
  address: string,
  tries = 3,
): Promise<{ worker: Worker; said: unknown } | null> {
  for (let left = tries; left > 0; left -= 1) {
    const worker = new Worker(address, { type: "module" })
    const said = await firstMessage(worker)
    if (said) return { worker, said: said.data }
    worker.terminate()
  }
  return null
}

function firstMessage(worker: Worker): Promise<MessageEvent | null> {
  return new Promise((answer) => {
    const timer = setTimeout(() => answer(null), startMs)
    const end = (event: Event) => {
      clearTimeout(timer)
      answer(event instanceof MessageEvent ? event : null)
    }
    worker.addEventListener("message", end, { once: true })
    worker.addEventListener("error", end, { once: true })
  })
}
