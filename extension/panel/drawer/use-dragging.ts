import { useState } from "preact/hooks"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useDrawer } from "./drawer-context"
import { orderBefore } from "./rows"

/** What a dragged row is known by: its id alone, and only within the drawer. */
const rowType = "application/x-dmp-row"

/** A row that can be dragged before another one, in the person's own order. By keyboard: Alt with the arrows. */
export function useDragging(document: PreparedDocument) {
  const { desk, shown, change } = useDrawer()
  const [state, setState] = useState<"" | "dragged" | "before">("")
  const isRow = (event: DragEvent) => event.dataTransfer?.types.includes(rowType) ?? false
  const movable = desk.sorting === "own" && desk.open !== document.id
  const handlers = {
    draggable: movable,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData(rowType, document.id)
      setState("dragged")
    },
    onDragEnd: () => setState(""),
    onDragOver: (event: DragEvent) => {
      if (!isRow(event)) return
      event.preventDefault()
      if (state === "") setState("before")
    },
    onDragLeave: () => state === "before" && setState(""),
    onDrop: (event: DragEvent) => {
      if (!isRow(event)) return
      event.preventDefault()
      setState("")
      const id = event.dataTransfer?.getData(rowType) ?? ""
      if (id !== document.id) void change(id, { order: orderBefore(shown, id, document.id) })
    },
  }
  return { class: state, handlers }
}
