import type { Sorting } from "./rows"

/**
 * What the person does with the list, besides the documents themselves: which row is open, which ones are selected, how
 * they are sorted, what was just taken out. Rows are told by their ids. `anchor`: where a selection with Shift begins.
 */
export type Desk = {
  open: string | null
  selected: ReadonlySet<string>
  anchor: string | null
  sorting: Sorting
  /** Taken out last, and still to be brought back. */
  removed: readonly string[]
}

export const emptyDesk: Desk = {
  open: null,
  selected: new Set(),
  anchor: null,
  sorting: "own",
  removed: [],
}

export type DeskAct =
  | { act: "open"; id: string | null }
  | { act: "select"; id: string; on: boolean }
  /** From the last one that was selected to this one, in the order shown. */
  | { act: "select-to"; id: string; shown: readonly string[] }
  | { act: "select-all"; shown: readonly string[] }
  | { act: "select-none" }
  | { act: "sort"; by: Sorting }
  | { act: "removed"; ids: readonly string[] }
  | { act: "undone" }
  /** The rows that there are now: what is gone is neither open nor selected. */
  | { act: "there"; ids: readonly string[] }

export function deskAfter(desk: Desk, act: DeskAct): Desk {
  switch (act.act) {
    case "open":
      return { ...desk, open: act.id }
    case "select":
      return { ...desk, selected: withId(desk.selected, act.id, act.on), anchor: act.id }
    case "select-to":
      return { ...desk, selected: new Set([...desk.selected, ...between(act.shown, desk.anchor, act.id)]) }
    case "select-all":
      return { ...desk, selected: new Set(act.shown) }
    case "select-none":
      return { ...desk, selected: new Set(), anchor: null }
    case "sort":
      return { ...desk, sorting: act.by }
    case "removed":
      return { ...without(desk, act.ids), removed: act.ids }
    case "undone":
      return { ...desk, removed: [] }
    case "there": {
      const there = new Set(act.ids)
      const gone = [...desk.selected, desk.open ?? "", desk.anchor ?? ""].filter((id) => !there.has(id))
      return without(desk, gone)
    }
  }
}

function without(desk: Desk, ids: readonly string[]): Desk {
  const gone = new Set(ids)
  if (![...desk.selected, desk.open, desk.anchor].some((id) => id !== null && gone.has(id))) return desk
  const kept = (id: string | null) => (id !== null && gone.has(id) ? null : id)
  return {
    ...desk,
    open: kept(desk.open),
    anchor: kept(desk.anchor),
    selected: new Set([...desk.selected].filter((id) => !gone.has(id))),
  }
}

function withId(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const changed = new Set(ids)
  if (on) changed.add(id)
  else changed.delete(id)
  return changed
}

function between(shown: readonly string[], anchor: string | null, id: string): string[] {
  const to = shown.indexOf(id)
  if (to < 0) return []
  const from = anchor === null ? to : shown.indexOf(anchor)
  return from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1)
}
