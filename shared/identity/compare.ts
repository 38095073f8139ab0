import { calendarDate, isLunar } from "./birth-date"
import { compareFamilyNames, compareGivenNames, type NameReason } from "./compare-names"
import { compactNir, nirProblem } from "./nir"
import type { Traits } from "./traits"
import { compareWholeNames, toldApart } from "./whole-names"

/**
 * Whether two sources speak of the same person: the lock and a page, a card and a datamatrix.
 * Source: identity.md §2, « Comparison rule proposed »: sex, date and matricule exact, names folded, given
 * name by EXI ID 10, anything else is a difference. No public table of tolerances exists.
 *
 * - `different`: one trait contradicts, even where the matricule is equal (`because` says so).
 * - `same`: nothing contradicts, and the matricule is equal, or else family name, given name and full birth
 *   date are. A name alone never is enough (homonyms), nor a name with a lunar date.
 * - `cannot-tell`: all the rest. Only `same` may be acted upon without asking.
 */
export type Verdict = "same" | "different" | "cannot-tell"
export type Because =
  | "contradiction"
  | "contradiction-despite-matricule"
  | "matricule"
  | "name-and-birth-date"
  | "too-little"

export type ComparedTrait = "family-name" | "given-name" | "sex" | "birth-date" | "birth-place" | "matricule"
export type TraitReason =
  | NameReason
  /** Another family name, but all else agrees: a birth name against a used one. */
  | "may-be-used-name"
  /** Not the same digits, and one at least is no day of the calendar. */
  | "lunar-date"
  /** The same number under two authorities. */
  | "other-authority"
  /** The COG of a place changes with time; another code proves nothing. */
  | "place-codes-change"

export type TraitResult = { result: Verdict; reason: TraitReason }
export type Comparison = {
  verdict: Verdict
  because: Because
  traits: ({ trait: ComparedTrait } & TraitResult)[]
}

/** Total and symmetric. The traits come in the order in which they are shown. */
export function compareTraits(one: Traits, other: Traits): Comparison {
  const birthDate = compareBirthDates(one.birthDate, other.birthDate)
  const matricule = compareMatricules(one, other)
  const fullDate = birthDate.result === "same" && calendarDate(one.birthDate ?? "") !== null
  const names = compareNames(one, other, fullDate, matricule.result === "same")
  const traits: Comparison["traits"] = [
    { trait: "family-name", ...names.family },
    { trait: "given-name", ...names.given },
    { trait: "sex", ...exact(one.sex, other.sex) },
    { trait: "birth-date", ...birthDate },
    { trait: "birth-place", ...compareBirthPlaces(one.birthPlace, other.birthPlace) },
    { trait: "matricule", ...matricule },
  ]
  const nameAndDate = names.family.result === "same" && names.given.result === "same" && fullDate
  return { ...decide(traits, matricule.result === "same", nameAndDate), traits }
}

function decide(traits: Comparison["traits"], sameMatricule: boolean, nameAndDate: boolean) {
  if (traits.some(({ result }) => result === "different")) {
    const because = sameMatricule ? "contradiction-despite-matricule" : "contradiction"
    return { verdict: "different", because } as const
  }
  if (sameMatricule) return { verdict: "same", because: "matricule" } as const
  if (nameAndDate) return { verdict: "same", because: "name-and-birth-date" } as const
  return { verdict: "cannot-tell", because: "too-little" } as const
}

const missing: TraitResult = { result: "cannot-tell", reason: "missing" }
const unreadable: TraitResult = { result: "cannot-tell", reason: "unreadable" }
const equal: TraitResult = { result: "same", reason: "equal" }
const differs: TraitResult = { result: "different", reason: "differs" }

function exact(one: string | undefined, other: string | undefined): TraitResult {
  if (!one || !other) return missing
  return one === other ? equal : differs
}

function compareBirthDates(one: string | undefined, other: string | undefined): TraitResult {
  if (!one || !other) return missing
  if (![one, other].every((raw) => /^\d{8}$/.test(raw))) return unreadable
  if (one === other) return equal
  return isLunar(one) || isLunar(other) ? { result: "cannot-tell", reason: "lunar-date" } : differs
}

function compareBirthPlaces(one: string | undefined, other: string | undefined): TraitResult {
  const { result, reason } = exact(one, other)
  return result === "different" ? { result: "cannot-tell", reason: "place-codes-change" } : { result, reason }
}

function compareMatricules(one: Traits, other: Traits): TraitResult {
  if (!one.matricule || !other.matricule) return missing
  if (nirProblem(one.matricule) !== null || nirProblem(other.matricule) !== null) return unreadable
  if (compactNir(one.matricule) !== compactNir(other.matricule)) return differs
  const otherAuthority = one.oid && other.oid && one.oid !== other.oid
  return otherAuthority ? { result: "cannot-tell", reason: "other-authority" } : equal
}

type Names = { family: TraitResult; given: TraitResult }

/**
 * A page's « nom » may be the birth name or the used one. Where it equals no name that the other side has, it
 * still can be a used name that the other side does not know; but only where the given name and the full
 * birth date, or the matricule, agree. Alone it is a difference, like two birth names that differ.
 */
function compareNames(one: Traits, other: Traits, fullDate: boolean, sameMatricule: boolean): Names {
  const whole = compareWholeNames(one, other)
  if (whole) return whole
  const first = toldApart(one, other)
  const second = toldApart(other, one)
  const family = compareFamilyNames(first, second)
  const given = compareGivenNames(first, second)
  const bothBirth = first.birthFamilyName && second.birthFamilyName
  const plausible = sameMatricule || (given.result === "same" && fullDate)
  return family.result === "different" && !bothBirth && plausible
    ? { family: { result: "cannot-tell", reason: "may-be-used-name" }, given }
    : { family, given }
}
