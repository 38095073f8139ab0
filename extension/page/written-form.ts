import { calendarDate, frenchDate, isoDate } from "../../shared/identity/birth-date"
import { formatNir } from "../../shared/identity/nir"
import type { Fillable, Refusal } from "../portals/vocabulary"
import { isPartOfSeries } from "./composite"
import type { TextControl } from "./controls"

export type WrittenForm = { text: string } | { refusal: Refusal }

/**
 * How a value is written in this very element: a date as jj/MM/AAAA or in the form that a date input wants, a
 * number compact, or in groups where the field demands them. A value that does not fit is refused, never cut;
 * so is one that the page takes in several fields.
 */
export function writtenForm(holding: Fillable, value: string, element: TextControl): WrittenForm {
  if (isDate(holding) && !calendarDate(value)) return { refusal: "lunar-date" }
  const forms = formsOf(holding, value, element)
  if (forms === null) return { refusal: "field-other-kind" }
  const room = roomIn(element)
  const fitting = forms.filter((form) => form.length <= room.max)
  if (fitting.length === 0) return { refusal: "field-too-short" }
  if (isOneThing(holding) && isPartOfSeries(element)) return { refusal: "field-other-kind" }
  const text = fitting.find((form) => form.length >= room.min && satisfiesPattern(form, element))
  return text === undefined ? { refusal: "field-other-kind" } : { text }
}

/** The forms that the field may take, the preferred one first; null where its type takes none. */
function formsOf(holding: Fillable, value: string, element: TextControl): string[] | null {
  if (isDate(holding)) {
    if (element.type === "date") return [isoDate(value) ?? ""]
    return element.type === "number" ? null : datesFor(value, element)
  }
  if (element.type === "date") return null
  if (element.type === "number") return /^\d+$/.test(value) ? [value] : null
  if (!isNumber(holding)) return [value]
  const grouped = formatNir(value)
  return asksForGroups(element) ? [grouped, value] : [value, grouped]
}

const isNumber = (holding: Fillable) => holding === "patient.nir" || holding === "patient.matricule"

const isDate = (holding: Fillable) => holding === "patient.birthDate" || holding === "document.date"

/** Words of a person: nobody masks them, and every character of them counts. */
const isFree = (holding: Fillable) =>
  holding === "document.content" || holding === "document.title" || holding === "document.comment"

/** What loses its sense when it is cut in pieces. */
const isOneThing = (holding: Fillable) => isNumber(holding) || isDate(holding)

/** A placeholder that draws the number in groups: `1 55 12 55 555 555 55`, `_ __ __ __ ___ ___ __`, `X XX …` */
const asksForGroups = (element: TextControl) =>
  /^\W*[\dX_] ?([\dX_]{2}[\s\u00a0\u202f]){3}[\dX_]{3}[\s\u00a0\u202f][\dX_]{3}[\s\u00a0\u202f][\dX_]{2}\W*$/i.test(
    element.placeholder,
  )

/** `jj/MM/AAAA`, unless the placeholder or the pattern wants another mark, or none, between the numbers. */
function datesFor(value: string, element: TextControl): string[] {
  const french = frenchDate(value)
  const marked = /(?:jj|dd)([/.\-\s]?)mm\1(?:aaaa|yyyy)/i.exec(element.placeholder)
  const other = marked ? [french.replaceAll("/", marked[1] ?? "/")] : []
  const ifPattern = element.getAttribute("pattern")
    ? ["-", ".", " ", ""].map((it) => french.replaceAll("/", it))
    : []
  return [...new Set([...other, french, ...ifPattern])]
}

function roomIn(element: TextControl): { min: number; max: number } {
  return {
    min: Math.max(0, element.minLength),
    max: element.maxLength < 0 ? Number.POSITIVE_INFINITY : element.maxLength,
  }
}

function satisfiesPattern(text: string, element: TextControl): boolean {
  const pattern = element.getAttribute("pattern")
  if (!pattern || element.type === "date" || element.type === "number") return true
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(text)
  } catch {
    // Browsers too ignore a pattern that is no regular expression.
    return true
  }
}

/** What masks put between the characters, and in their place while nothing is typed. */
const maskMarks = /[\s\u00a0\u202f./_-]/g

/** Empty, or holding only the marks of a mask such as `__/__/____`. */
export const isBlank = (holding: Fillable, text: string): boolean =>
  (isFree(holding) ? text.trim() : text.replace(maskMarks, "")) === ""

/**
 * Whether two contents of a field say the same, whatever mask the page puts between the characters.
 * A name keeps its hyphens and apostrophes: only numbers and dates are masked. Browsers end the lines of a text each
 * in their own way.
 */
export function saysTheSame(holding: Fillable, one: string, other: string): boolean {
  if (holding === "patient.familyName" || holding === "patient.givenName") {
    return one.trim().toUpperCase() === other.trim().toUpperCase()
  }
  if (isFree(holding)) {
    const lines = (text: string) => text.replace(/\r\n?/g, "\n").trim()
    return lines(one) === lines(other)
  }
  const bare = (text: string) => text.replace(maskMarks, "").toUpperCase()
  return bare(one) === bare(other)
}
