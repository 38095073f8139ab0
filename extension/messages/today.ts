import type { CalendarDate } from "../../shared/identity/birth-date"

/** Today on this computer's calendar: ages, and « not in the future », are about that one. */
export function today(): CalendarDate {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}
