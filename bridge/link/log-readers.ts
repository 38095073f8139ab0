import type { Log } from "./log"
import type { ReadersSource } from "./readers-source"

/** Logs each change of the readers, in numbers. Returns the function that ends it. */
export function logReaders(source: Pick<ReadersSource, "subscribe">, log: Log): () => void {
  return source.subscribe(({ trouble, readers }) => {
    const cards = readers.filter(({ card }) => card).length
    log({ event: "readers", trouble, readers: readers.length, cards })
  })
}
