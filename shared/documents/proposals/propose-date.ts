import type { BirthDate, CalendarDate } from "../../identity/birth-date"
import { isBeforeBirth, isoDay } from "../date"
import { daysInName, type FoundDay, findDays } from "./find-days"
import type { Confidence, FoundIn } from "./propose-type"

/** `rule` says which words stood before the day, by name. Never a decision. */
export type DateProposal = { iso: string; rule: string; from: FoundIn; confidence: Confidence }

export type DateSources = {
  name: string
  text: string
  /** The day on which a PDF says that it was made, as ISO: for a scan that of the scan. */
  metadataDay?: string | undefined
  today: CalendarDate
  birthDate?: BirthDate | undefined
}

/** Words right before a day, folded, best first; `not`: a day of something else than the document. */
const contexts: readonly { rule: string; rank: number; before: RegExp }[] = [
  {
    rule: "not-birth",
    rank: 0,
    before: /\b(?:ne|nee|ne e|naissance|ddn|naiss)(?: le)?(?: [a-z]{1,12}){0,2}$/,
  },
  {
    rule: "not-other",
    rank: 0,
    before:
      /\b(?:rendez vous|rdv|prochain|prochaine|jusqu au|jusqu|valable|valide|expire|expiration|fin|depuis|ddr|regles|terme|arrete du|decret du|loi du|version|imprime|edite|edition|imprimee)(?: [a-z]{1,12}){0,3}$/,
  },
  { rule: "made-at", rank: 3, before: /\bfait (?:a|au|en) [a-z ]{1,40}$/ },
  {
    rule: "date-of-document",
    rank: 3,
    before:
      /\b(?:date|date d[eu] (?:l |la )?(?:document|examen|compte rendu|consultation|acte|intervention|prescription|ordonnance|courrier|realisation|prelevement|redaction|signature)|en date du|dat[ee]e? du|signe le|signe electroniquement le|redige le|etabli le|valide le|preleve le|prelevement du|realise le|effectue le)$/,
  },
  {
    rule: "act-of",
    rank: 3,
    before:
      /\b(?:examen|consultation|ordonnance|prescription|compte rendu|intervention|irm|scanner|radiographie|echographie|seance|visite)(?: [a-z]{1,12}){0,3} du$/,
  },
  { rule: "place-and-day", rank: 2, before: /\ble$/ },
  { rule: "day-of", rank: 1, before: /\bdu$/ },
]

const textLength = 20_000

/**
 * The day that a document speaks for, or null: never to come, never before or on the patient's birth. The best words
 * before a day count; where they stand before two different days, none is proposed. Total.
 */
export function proposeDate({ name, text, metadataDay, today, birthDate }: DateSources): DateProposal | null {
  const fits = (iso: string) => iso <= isoDay(today) && !isOfBirth(iso, birthDate)
  const inText = findDays(text.slice(0, textLength))
    .filter(({ iso }) => fits(iso))
    .map(ranked)
  const days = inText.filter(({ rank }) => rank > 0)
  const inName = daysInName(name).filter(fits)
  const [named] = inName.length === 1 ? inName : []
  const best = Math.max(0, ...days.map(({ rank }) => rank))
  const atBest = [...new Set(days.filter(({ rank }) => rank === best).map(({ iso }) => iso))]
  const [only] = atBest.length === 1 ? atBest : []
  if (only !== undefined) {
    const rule = days.find((day) => day.iso === only && day.rank === best)?.rule ?? ""
    if (named !== undefined && named !== only && best < 3) return null
    const sure = named === only || (best >= 2 && named === undefined)
    return { iso: only, rule, from: "text", confidence: sure ? "high" : "low" }
  }
  if (named !== undefined) {
    const agrees = days.some(({ iso }) => iso === named)
    return { iso: named, rule: "file-name", from: "name", confidence: agrees ? "high" : "low" }
  }
  const nothing = inText.length === 0 && inName.length === 0
  const made = metadataDay !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(metadataDay) && fits(metadataDay)
  return nothing && made ? { iso: metadataDay, rule: "made-on", from: "metadata", confidence: "low" } : null
}

/** Any date at least says something: rank 0 alone says that the day is not the document's. */
function ranked({ iso, before, after }: FoundDay): { iso: string; rank: number; rule: string } {
  // « du 1er au 5 mars »: a stay has no day of its own.
  if (/^au \d/.test(after) || / au$/.test(before)) return { iso, rank: 0, rule: "not-period" }
  const context = contexts.find((it) => it.before.test(before))
  return { iso, rank: context ? context.rank : 0.5, rule: context?.rule ?? "any" }
}

const isOfBirth = (iso: string, birthDate: BirthDate | undefined) =>
  birthDate !== undefined && (iso.replaceAll("-", "") === birthDate || isBeforeBirth(iso, birthDate))
