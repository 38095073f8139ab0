import type { ReadersState } from "../../shared/cards/readers"
import type { ReadersSource } from "../link/readers-source"
import type { ReaderSideOptions } from "./reader-port"
import { openReaderSide } from "./reader-side"

/** A state counts when nothing changed for so long: readers and cards are told one after the other. */
const settledMs = 400
/** A service that is away is tried again each second; one that has not come by then will not. */
const awayMs = 2_500

/**
 * What is in the readers: the first state that is enough and stays, or the last one when `waitMs` is over or
 * nothing can be hoped for.
 */
export async function lookAtReaders(
  options: ReaderSideOptions,
  waitMs: number,
  enough: (state: ReadersState) => boolean,
): Promise<ReadersState> {
  const { desk } = openReaderSide(options)
  desk.start()
  try {
    return await stateWhen(desk, enough, waitMs)
  } finally {
    await desk.stop()
  }
}

export function isReading({ readers }: ReadersState): boolean {
  return readers.some(({ card }) => card?.kind === "reading")
}

function stateWhen(
  readers: ReadersSource,
  enough: (state: ReadersState) => boolean,
  waitMs: number,
): Promise<ReadersState> {
  return new Promise((resolve) => {
    let last: ReadersState = { trouble: "no-reader", readers: [] }
    let settled: NodeJS.Timeout | undefined
    const stop = () => {
      clearTimeout(timer)
      clearTimeout(settled)
      resolve(last)
      // Not at once: the source may be calling us for the first time, inside `subscribe`.
      queueMicrotask(() => unsubscribe())
    }
    const timer = setTimeout(stop, waitMs)
    const unsubscribe = readers.subscribe((state) => {
      last = state
      clearTimeout(settled)
      if (state.trouble === "no-reader-library") return stop()
      if (enough(state)) settled = setTimeout(stop, settledMs)
      else if (state.trouble === "no-reader-service") settled = setTimeout(stop, awayMs)
    })
  })
}
