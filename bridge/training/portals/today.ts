import type { BirthDate } from "../../../shared/identity/birth-date"

const inFrance = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})

/** The day it is in France, as eight digits YYYYMMDD. */
export function todayInFrance(now: number): BirthDate {
  const parts = Object.fromEntries(inFrance.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${parts.year}${parts.month}${parts.day}`
}

/** Under eighteen today. */
export function isMinor(birthDate: BirthDate, now: number): boolean {
  const today = Number(todayInFrance(now))
  return /^\d{8}$/.test(birthDate) && Number(birthDate) > today - 180_000
}
