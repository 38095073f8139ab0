import type { Refusal } from "../portals/vocabulary"
import { isLocked, type TextControl } from "./control-kinds"
import type { Drift } from "./drift"
import type { Planned } from "./plan"
import { setFiles } from "./set-value"
import { presentOf, whereabouts } from "./target-now"
import type { Whereabouts, Written } from "./written"

/** Puts the file into the field, and remembers what stood in it before. */
export function attach(
  { field, file, before, seek }: Extract<Planned, { action: "attach" }>,
  element: TextControl,
  drift: Drift,
  written: Written[],
): Refusal | null {
  const entry = element as HTMLInputElement
  if (!holdTheSame(filesOf(entry), before)) return "already-filled"
  const where = whereabouts(element, drift, seek)
  const successor = () => presentOf(where())
  const list = new DataTransfer()
  list.items.add(file)
  setFiles(entry, list.files, successor)
  if (!holdsOnly(successor(), file)) return "not-kept"
  written.push(writtenFile(field, file, before, where))
  return null
}

function writtenFile(field: Planned["field"], file: File, before: FileList, where: Whereabouts): Written {
  const present = () => presentOf(where())
  return {
    field,
    unchecks: false,
    state() {
      const element = where()
      if (element === "page-gone") return "gone"
      if (holdsOnly(element, file)) return "kept"
      return filesOf(element).length === 0 ? "cleared" : "changed"
    },
    takeBack() {
      const element = present() as HTMLInputElement | null
      if (!holdsOnly(element, file) || !element || isLocked(element)) return false
      setFiles(element, before, present)
      return !holdsOnly(present(), file)
    },
  }
}

/** The files that stand in a field now, in a list that stays as it is when the field gets others. */
export function filesOf(element: TextControl | null): FileList {
  const list = new DataTransfer()
  for (const file of (element as HTMLInputElement | null)?.files ?? []) list.items.add(file)
  return list.files
}

function holdsOnly(element: TextControl | null, file: File): boolean {
  const files = filesOf(element)
  return files.length === 1 && isSame(files[0], file)
}

const holdTheSame = (one: FileList, other: FileList) =>
  one.length === other.length && [...one].every((it, at) => isSame(it, other[at]))

/** By what a script is told of a file: its object may be another each time it is asked for. */
const isSame = (one: File | undefined, other: File | undefined) =>
  one?.name === other?.name && one?.size === other?.size && one?.lastModified === other?.lastModified
