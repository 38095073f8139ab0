import type { KeepDocuments } from "../messages/settings"
import type { KeptDocument } from "./kept-document"

const hourMs = 60 * 60_000

/** How long a removed document can be brought back. Milliseconds. */
export const undoMs = 10 * 60_000

/**
 * Whether the time of a document is over. It counts from the last change, so that nothing goes from under the hands of
 * who works on it. A filed one has lost its file already; its row stays until the end of the day, as proof for the
 * person that it was done. `keep`: the setting, null where it is not known.
 */
export function isOver(
  { document, touched, removedAt }: KeptDocument,
  now: number,
  keep: KeepDocuments | null,
): boolean {
  if (removedAt !== null) return now >= removedAt + undoMs
  const { filing } = document
  if (filing.state === "filed") return now >= endOfDay(filing.at)
  return keep !== null && now >= endOf(touched, keep)
}

function endOf(touched: number, keep: KeepDocuments): number {
  if (keep === "day") return endOfDay(touched)
  return touched + (keep === "1h" ? 1 : 4) * hourMs
}

/** The next midnight of this computer, but an hour at least: whoever is on duty at 23:55 goes on working. */
function endOfDay(at: number): number {
  const day = new Date(at)
  const midnight = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
  return Math.max(midnight, at + hourMs)
}
