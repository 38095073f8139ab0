import { type BirthDate, calendarDate, isoDate } from "../../../../shared/identity/birth-date"
import { errorSentences } from "./error-sentences"

/** A date typed as `jj/MM/AAAA`, or the sentence that says what is wrong with it. Lunar dates are refused. */
export function checkBirthDate(typed: string, now: number): { birthDate: BirthDate } | { error: string } {
  const text = typed.trim()
  if (text === "") return { error: errorSentences.birthDateMissing }
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  const raw = parts ? `${parts[3]}${parts[2]}${parts[1]}` : ""
  if (!calendarDate(raw)) return { error: errorSentences.birthDateFormat }
  const today = new Date(now).toISOString().slice(0, 10)
  if ((isoDate(raw) ?? "") > today) return { error: errorSentences.birthDateFuture }
  return { birthDate: raw }
}
