import type { Professional } from "./cps"

/** Cards are valid to the end of a day in France, which is an hour or two of the next day or the same in UTC. */
const inFrance = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
})

/** The last day of a CPS, `jj/MM/AAAA`, as the calendar in France has it. */
export function lastDay({ validTo }: Pick<Professional, "validTo">): string {
  return inFrance.format(new Date(validTo))
}

/** Whether a CPS is no longer valid at `now` (milliseconds since 1970). */
export function isExpired({ validTo }: Pick<Professional, "validTo">, now: number): boolean {
  return Date.parse(validTo) < now
}

/** From so many days before its end on, a CPS is worth a warning: a new one takes weeks. */
export const soonDays = 60

/** How many days of the calendar in France are left: 0 on its last day, negative once it is over. */
export function daysLeft(professional: Pick<Professional, "validTo">, now: number): number {
  return dayNumber(Date.parse(professional.validTo)) - dayNumber(now)
}

function dayNumber(time: number): number {
  const [day, month, year] = inFrance.format(new Date(time)).split("/").map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000
}
