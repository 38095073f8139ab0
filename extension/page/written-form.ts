import { calendarDate, frenchDate, isoDate } from "../../shared/identity/birth-date"
import type { Holding, Refusal } from "../portals/vocabulary"
import type { TextControl } from "./controls"

export type WrittenForm = { text: string } | { refusal: Refusal }

/**
 * How a value is written in this very element: a date as jj/MM/AAAA or in the form that a date input wants,
 * a number with or without spaces as the length of the field allows. A value that does not fit is refused,
 * never cut.
 */
export function writtenForm(holding: Holding, value: string, element: TextControl): WrittenForm {
  if (holding === "patient.birthDate" && !calendarDate(value)) return { refusal: "lunar-date" }
  const forms = formsOf(holding, value, element)
  if (forms === null) return { refusal: "field-other-kind" }
  const max = element.maxLength < 0 ? Number.POSITIVE_INFINITY : element.maxLength
  const text = forms.find((form) => form.length <= max)
  return text === undefined ? { refusal: "field-too-short" } : { text }
}

/** The forms that the field may take, the preferred one first; null where its type takes none. */
function formsOf(holding: Holding, value: string, element: TextControl): string[] | null {
  if (holding === "patient.birthDate") {
    if (element.type === "date") return [isoDate(value) ?? ""]
    return element.type === "number" ? null : [frenchDate(value)]
  }
  if (element.type === "date") return null
  if (element.type === "number") return /^\d+$/.test(value) ? [value] : null
  return [value]
}

/**
 * Whether two contents of a field say the same, whatever mask the page puts between the characters.
 * A name keeps its hyphens and apostrophes: only numbers and dates are masked.
 */
export function saysTheSame(holding: Holding, one: string, other: string): boolean {
  if (holding === "patient.familyName" || holding === "patient.givenName") {
    return one.trim().toUpperCase() === other.trim().toUpperCase()
  }
  const bare = (text: string) => text.replace(/[\s\u00a0\u202f./_-]/g, "").toUpperCase()
  return bare(one) === bare(other)
}
