import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"

/** Moves a row one place up or down and keeps the focus on it; only in the person's own order is there a place to move to. */
export function useMove() {
  const { text } = useSurroundings()
  const { desk, shown, change, say, orderAfter } = useDrawer()
  return async (document: PreparedDocument, by: 1 | -1) => {
    if (desk.sorting !== "own") return say(text("docs_move_sorted"))
    const order = orderAfter(document.id, by)
    if (order === null) return say(text(by < 0 ? "docs_move_first" : "docs_move_last"))
    const at = shown.findIndex(({ id }) => id === document.id) + 1 + by
    if (await change(document.id, { order })) say(text("docs_moved", { at, of: shown.length }))
  }
}
