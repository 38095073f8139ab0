import type { Fillable } from "../portals/vocabulary"
import type { Written } from "./written"

/** How long a page has to throw away what we wrote before we stop looking. Milliseconds. */
export const keptWithinMs = 500

/**
 * The fields whose content the page itself cleared or changed within the limit. What a person typed since is
 * theirs, and what went away with its page was not lost. Never rejects; aborted, it answers with none.
 */
export function fieldsNotKept(
  document: Document,
  written: readonly Written[],
  signal: AbortSignal,
): Promise<Fillable[]> {
  return new Promise((resolve) => {
    const typing = new AbortController()
    let typed = false
    // A person's own key or click, which no page can imitate. We don't ask which field: a page may answer one
    // field by clearing another.
    const note = (event: Event) => {
      typed = typed || event.isTrusted
    }
    for (const type of ["input", "click", "submit"])
      document.addEventListener(type, note, { capture: true, signal: typing.signal })
    const end = (lost: Fillable[]) => {
      clearTimeout(timer)
      typing.abort()
      resolve(lost)
    }
    const timer = setTimeout(() => {
      const states = written.map((it) => ({ field: it.field, state: it.state() }))
      const lost = states.filter(({ state }) => state === "cleared" || state === "changed")
      end(typed ? [] : lost.map(({ field }) => field))
    }, keptWithinMs)
    signal.addEventListener("abort", () => end([]), { once: true })
    if (signal.aborted) end([])
  })
}
