import type { Fillable } from "../portals/vocabulary"
import type { TextControl } from "./control-kinds"
import { isLocked } from "./control-kinds"
import { setChecked, setValue } from "./set-value"
import { isBlank, saysTheSame } from "./written-form"

/** Where the field stands now: the page may have put another element in the place of the one we wrote in. */
export type Whereabouts = () => TextControl | null | "page-gone"

/** One thing that was written: whether it is still there, and how to take it back. */
export type Written = {
  field: Fillable
  /** `changed`: it says something else now. `gone`: the page went on, and its field with it. */
  state(): "kept" | "changed" | "cleared" | "gone"
  /** Taking it back unchecks a radio button, of which no browser tells the page: it may go on thinking of it. */
  unchecks: boolean
  /** Back to what was there before, if it is still as we left it. True when it was taken back. */
  takeBack(): boolean
}

/** `left` is what the page made of our text: it may have put a mask around it. */
export function writtenText(field: Fillable, left: string, before: string, where: Whereabouts): Written {
  const isOurs = (element: TextControl) => element.value === left || saysTheSame(field, element.value, left)
  return {
    field,
    unchecks: false,
    state() {
      const element = where()
      if (element === "page-gone") return "gone"
      if (!element || (isBlank(field, element.value) && !isBlank(field, left))) return "cleared"
      return isOurs(element) ? "kept" : "changed"
    },
    takeBack() {
      const element = where()
      if (!element || element === "page-gone" || isLocked(element) || !isOurs(element)) return false
      setValue(element, before, () => presentOne(where))
      return true
    },
  }
}

/** An option of a list, and the one that stood there before. */
export function writtenOption(field: Fillable, option: string, before: string, where: Whereabouts): Written {
  return {
    field,
    unchecks: false,
    state() {
      const element = where()
      if (element === "page-gone") return "gone"
      return element?.value === option ? "kept" : "changed"
    },
    takeBack() {
      const element = presentOne(where)
      if (element?.value !== option || isLocked(element)) return false
      setValue(element, before, () => presentOne(where))
      return presentOne(where)?.value === before
    },
  }
}

export function writtenChoice(
  field: Fillable,
  previous: HTMLInputElement | null,
  where: Whereabouts,
): Written {
  const now = () => presentOne(where) as HTMLInputElement | null
  return {
    field,
    unchecks: previous === null,
    state() {
      const element = where()
      if (element === "page-gone") return "gone"
      return (element as HTMLInputElement | null)?.checked ? "kept" : "cleared"
    },
    takeBack() {
      const element = now()
      if (!element?.checked || isLocked(element)) return false
      setChecked(element, false, now)
      if (previous?.isConnected) setChecked(previous, true, () => null)
      return true
    },
  }
}

const presentOne = (where: Whereabouts): TextControl | null => {
  const element = where()
  return element === "page-gone" ? null : element
}
