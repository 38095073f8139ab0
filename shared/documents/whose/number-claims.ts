import { foldText } from "../../fold-text"
import { type CalendarDate, calendarDate } from "../../identity/birth-date"
import { compactNir, nirBirth, nirKey, nirProblem } from "../../identity/nir"
import { ownNir } from "../../identity/own-nir"
import type { Traits } from "../../identity/traits"
import { minorityOf } from "../visibility-rules"

/** As printed, with one sort of separator or none; the key may stand apart. */
const fifteen = /(?<![\dA-Z/])[1-478]([ .-]?)\d\d\1\d\d\1(?:\d\d|2[AB])\1\d{3}\1\d{3}[ .-]{0,3}\d\d(?!\d)/gi
/**
 * Without its key a number could be a bar code (those of medicines have 13 digits): only where it is called a number of
 * the social security.
 */
const thirteen = /(?<![\dA-Z/])[1-478]([ .-]?)\d\d\1\d\d\1(?:\d\d|2[AB])\1\d{3}\1\d{3}(?![ .-]{0,3}\d)/gi
const socialSecurity = /\b(?:nir|securite sociale|secu|n ss|immatriculation|matricule|assuree?)\b/
const calledIns = /\b(?:ins|matricule ins|identifiant ins)\b/

const maxNumbers = 100

type Number = { nir: string; before: string }

function numbersOf(text: string): Number[] {
  const found = (shape: RegExp) =>
    [...text.matchAll(shape)].slice(0, maxNumbers).map(({ index, 0: match }) => ({
      nir: compactNir(match),
      before: foldText(text.slice(Math.max(0, index - 60), index)),
    }))
  const withKey = found(fifteen).filter(({ nir }) => nirProblem(nir) === null)
  const without = found(thirteen).flatMap(({ nir, before }) => {
    const whole = `${nir}${String(nirKey(nir)).padStart(2, "0")}`
    return socialSecurity.test(before) && nirProblem(whole) === null ? [{ nir: whole, before }] : []
  })
  return [...withKey, ...without]
}

/**
 * The numbers of a text against the patient's. A number that is not theirs is another patient's, but for one case: a
 * child's documents carry the number of the insured parent, which is not the child's (own-nir.ts). It is no mark where
 * the patient is a minor whom the document names, the number could be a parent's by its year of birth, and it is not
 * called INS. Where the patient's number is not known, one of their month and year of birth may be theirs. Total.
 */
export function judgeNumbers(
  text: string,
  patient: Traits,
  today: CalendarDate,
  namesPatient: boolean,
): { same: boolean; other: boolean } {
  const numbers = numbersOf(text)
  const own = patient.matricule === undefined ? null : compactNir(patient.matricule)
  const isOwn = ({ nir }: Number) => nir === own
  const minor = minorityOf(patient.birthDate, today) === "minor"
  const isParents = ({ nir, before }: Number) =>
    minor && namesPatient && !calledIns.test(before) && couldBeParents(nir, patient.birthDate)
  const isAnothers = (number: Number) => {
    if (isOwn(number) || isParents(number)) return false
    return own !== null || ownNir(number.nir, patient.birthDate ?? "") === "differs"
  }
  return { same: numbers.some(isOwn), other: numbers.some(isAnothers) }
}

/** The number has two digits of the year: one of both centuries must leave 14 to 60 years between them. */
function couldBeParents(nir: string, birthDate: string | undefined): boolean {
  const child = calendarDate(birthDate ?? "")
  const year = Number(nirBirth(nir)?.year)
  if (!child || !Number.isInteger(year)) return false
  return [1900, 2000].some((century) => {
    const older = child.year - (century + year)
    return older >= 14 && older <= 60
  })
}
