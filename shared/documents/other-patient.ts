import { foldText } from "../fold-text"
import { type CalendarDate, calendarDate } from "../identity/birth-date"
import { compareTraits } from "../identity/compare"
import { parseInsDatamatrix } from "../identity/ins-datamatrix"
import type { Traits } from "../identity/traits"
import { traitsOfDatamatrix } from "../identity/traits-of-source"
import { isoDay } from "./date"
import { type OtherPatientMark, otherPatientMarks } from "./prepared"
import { findDays } from "./proposals/find-days"
import { judgeBirthDates } from "./whose/birth-claims"
import { judgeName, knownNames, type NameVerdict, standsIn } from "./whose/judge-names"
import { type NameClaim, nameClaims } from "./whose/name-claims"
import { judgeNumbers } from "./whose/number-claims"

/**
 * Whose document it is by its own words, against the patient whom it is prepared for. `marks`: what speaks of somebody
 * else, never whom or what. `namesPatient`: it positively names this patient, by their number, their INS datamatrix, or
 * their name and full birth date together; both may be true (two people's pages in one file).
 */
export type WhoseDocument = { marks: readonly OtherPatientMark[]; namesPatient: boolean }

export type DocumentWords = {
  /** The text of the document; empty where none could be had, which proves nothing. */
  text: string
  /** The texts of the datamatrices that were found in it, INS or not. */
  datamatrices: readonly string[]
}

/** More is no letter: what stands behind is not looked at. */
const maxText = 200_000

/** Total. Nothing that is read leaves it. */
export function whoseDocument(
  { text, datamatrices }: DocumentWords,
  patient: Traits,
  today: CalendarDate,
): WhoseDocument {
  const words = text
    .slice(0, maxText)
    .normalize("NFC")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
  const codes = judgeDatamatrices(datamatrices, patient)
  const births = judgeBirthDates(words, patient.birthDate)
  const names = judgeNames(words, patient)
  const named = (names.same && births.same) || names.besideBirth
  const numbers = judgeNumbers(words, patient, today, named)
  // A number alone may stand there as the insured parent's, on a paper of their child.
  const numbered = numbers.same && !names.other && !births.other
  const namesPatient = codes.same || named || numbered
  const likely = namesPatient || names.same || births.same
  const found: Record<OtherPatientMark, boolean> = {
    // A family name that is not known here may be a used one, where something else says that it is this patient.
    name: names.other || (names.usedName && !likely) || (names.mentioned && !namesPatient && !names.same),
    "birth-date": births.other,
    nir: numbers.other,
    datamatrix: codes.other,
  }
  return { marks: otherPatientMarks.filter((mark) => found[mark]), namesPatient }
}

function judgeDatamatrices(
  datamatrices: readonly string[],
  patient: Traits,
): { same: boolean; other: boolean } {
  const verdicts = datamatrices.slice(0, 50).flatMap((code) => {
    const read = parseInsDatamatrix(code)
    return "refusal" in read ? [] : [compareTraits(patient, traitsOfDatamatrix(read)).verdict]
  })
  return { same: verdicts.includes("same"), other: verdicts.includes("different") }
}

type JudgedNames = {
  same: boolean
  /** « ADRUN Zoé - 31/12/1975 », without another word. */
  besideBirth: boolean
  /** Said of the document's patient, and not this one's. */
  other: boolean
  usedName: boolean
  /** Somebody else is mentioned, as letters do. */
  mentioned: boolean
}

const nothing: JudgedNames = {
  same: false,
  besideBirth: false,
  other: false,
  usedName: false,
  mentioned: false,
}

function judgeNames(text: string, patient: Traits): JudgedNames {
  const known = knownNames(patient)
  // A patient without a name can be neither named nor mistaken by name.
  if (known.families.length === 0 || known.given.size === 0) return nothing
  const judged = nameClaims(text).map((claim) => ({ ...claim, verdict: judgeName(claim, known) }))
  const any = (verdict: NameVerdict, sure: boolean) =>
    judged.some((it) => it.sure === sure && it.verdict === verdict)
  const born = calendarDate(patient.birthDate ?? "")
  const iso = born && isoDay(born)
  return {
    same: any("same", true) || any("same", false) || standsIn(foldText(text), known) || saidApart(judged),
    besideBirth: iso !== null && findDays(text).some((day) => day.iso === iso && standsIn(day.before, known)),
    other: any("other", true),
    usedName: any("used-name", true) || any("used-name", false),
    mentioned: any("other", false),
  }
}

/** « Nom : » and « Prénom : » each with the patient's own, or « Mme MARTIN Zoé née ADRUN ». */
function saidApart(judged: readonly (NameClaim & { verdict: NameVerdict })[]): boolean {
  const agrees = (kind: NameClaim["kind"], verdict: NameVerdict) =>
    judged.some((claim) => claim.kind === kind && claim.verdict === verdict)
  return agrees("family", "neutral") && (agrees("given", "neutral") || agrees("full", "used-name"))
}
