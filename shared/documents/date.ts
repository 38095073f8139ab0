import { type BirthDate, type CalendarDate, calendarDate } from "../identity/birth-date"

/**
 * The day of a document, as ISO `AAAA-MM-JJ`. It is real and not to come: Mon espace santé wants it so, the portal's own
 * rule is not public (identity.md §6, « Dates »).
 */
export const dateProblems = [
  "date-missing",
  /** No date at all, or one that is not complete. */
  "date-shape",
  /** A year of two digits could be of either century. */
  "date-ambiguous",
  "date-not-real",
  "date-future",
  /** Before the patient was born: it can be filed, but a slip is more likely. */
  "date-before-birth",
] as const
export type DateProblem = (typeof dateProblems)[number]

const two = (part: number | string) => String(part).padStart(2, "0")

/** `AAAA-MM-JJ`. */
export const isoDay = ({ year, month, day }: CalendarDate) =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`

/** The day of an ISO text, or null for another shape or no day of the calendar. */
export function dayOf(iso: string): CalendarDate | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? calendarDate(iso.replaceAll("-", "")) : null
}

/** `jj/mm/aaaa` for the portal's field, or null where it is no day. */
export function frenchDay(iso: string): string | null {
  const day = dayOf(iso)
  return day ? `${two(day.day)}/${two(day.month)}/${String(day.year).padStart(4, "0")}` : null
}

/**
 * What a person types: `jj/mm/aaaa` with any of `/ . -` or spaces, one digit where one is enough, eight digits
 * `jjmmaaaa`, or ISO. Empty gives `date-missing`. Total.
 */
export function readTypedDay(typed: string): { iso: string } | { problem: DateProblem } {
  const text = typed.slice(0, 100).trim()
  if (text === "") return { problem: "date-missing" }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const french =
    /^(\d{1,2})\s*([/.\- ])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(text) ?? /^(\d{2})()(\d{2})(\d{4})$/.exec(text)
  if (!iso && !french) {
    const short = /^\d{1,2}\s*([/.\- ])\s*\d{1,2}\s*\1\s*\d{2}$|^\d{6}$/.test(text)
    return { problem: short ? "date-ambiguous" : "date-shape" }
  }
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [french?.[4], french?.[3], french?.[1]]
  const written = `${year}-${two(month ?? "")}-${two(day ?? "")}`
  return dayOf(written) ? { iso: written } : { problem: "date-not-real" }
}

/** Total. A lunar birth date is before no day of which its year does not say so. */
export function problemsOfDate(iso: string, today: CalendarDate, birthDate?: BirthDate): DateProblem[] {
  if (iso === "") return ["date-missing"]
  if (!dayOf(iso)) return [/^\d{4}-\d{2}-\d{2}$/.test(iso) ? "date-not-real" : "date-shape"]
  if (iso > isoDay(today)) return ["date-future"]
  return birthDate && isBeforeBirth(iso, birthDate) ? ["date-before-birth"] : []
}

export function isBeforeBirth(iso: string, birthDate: BirthDate): boolean {
  const born = calendarDate(birthDate)
  return born ? iso < isoDay(born) : /^\d{8}$/.test(birthDate) && iso.slice(0, 4) < birthDate.slice(0, 4)
}
