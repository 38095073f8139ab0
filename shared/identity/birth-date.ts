/**
 * A birth date as a card gives it: eight raw digits YYYYMMDD. Month and day may stand outside the calendar
 * ("date lunaire", for people whose date is not known): it is then shown as it is and never coerced.
 * Source: SESAM-Vitale functional specification; identity rule EXI ID 12.
 */
export type BirthDate = string

export type CalendarDate = { year: number; month: number; day: number }

/** The date in the calendar, or null for a lunar date, another shape, or a day that no month has. */
export function calendarDate(raw: BirthDate): CalendarDate | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(raw)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1 || year < 1) return null
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day <= days ? { year, month, day } : null
}

/** True for eight digits that are no day of the calendar. */
export function isLunar(raw: BirthDate): boolean {
  return /^\d{8}$/.test(raw) && calendarDate(raw) === null
}

/** `jj/MM/AAAA`, from the raw digits, lunar or not; another shape comes back as it is. */
export function frenchDate(raw: BirthDate): string {
  return raw.replace(/^(\d{4})(\d{2})(\d{2})$/, "$3/$2/$1")
}

/** `AAAA-MM-JJ` for a date input of a page, or null where the calendar has no such day. */
export function isoDate(raw: BirthDate): string | null {
  return calendarDate(raw) ? raw.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") : null
}

/** Full years on the day given; null for a lunar date or a date to come. */
export function ageOn(raw: BirthDate, today: CalendarDate): number | null {
  const born = calendarDate(raw)
  if (!born) return null
  const before = today.month < born.month || (today.month === born.month && today.day < born.day)
  const age = today.year - born.year - (before ? 1 : 0)
  return age >= 0 ? age : null
}
