import type { Holder } from "../cards/vitale"
import { type BirthDate, type CalendarDate, isLunar } from "./birth-date"
import { breaksLexicalRule, type NameRefusal, normaliseName } from "./names"
import { compactNir, type NirProblem, nirProblem } from "./nir"
import { numberKind } from "./number-kind"
import { ownNir } from "./own-nir"
import type { Sex, Traits } from "./traits"
import { traitsOfHolder } from "./traits-of-source"

/**
 * An identity as a person types it, checked at each key. Problems stop it, warnings do not: sex and place of
 * registration change, so NIR against date and sex is a warning only (identity.md §1, « Recommended check »).
 * A number typed by hand is never a qualified INS (identity.md §2): it is a NIR, like the one of a card.
 */
export type TypedFields = {
  familyName: string
  givenName: string
  /** `jj/MM/AAAA`, another separator, or eight digits. */
  birthDate: string
  /** `F`, `M` or nothing. */
  sex: string
  /** With key, spaces allowed, or nothing. */
  nir: string
}

export type NameProblem = NameRefusal | "lexical"
/** `incomplete`: right so far. `year`: before 1850, which nobody alive was born in. */
export type DateProblem = "empty" | "incomplete" | "shape" | "year" | "future"
export type TypedProblems = {
  familyName: NameProblem | null
  givenName: NameProblem | null
  birthDate: DateProblem | null
  sex: "unknown" | null
  nir: Exclude<NirProblem, "empty"> | null
}
export type TypedWarning =
  /** A day of no calendar: shown and kept as it is, or a slip of the hand. */
  | "lunar-date"
  | "nir-birth-differs"
  | "nir-sex-differs"
  /** A waiting number or one of a registration in progress (7, 8, 3, 4). */
  | "number-waiting"
  /** A temporary number of the health insurance, which is no NIR. */
  | "number-temporary"

/** `nir` is 15 characters or null; names are in INS style; `birthDate` is raw YYYYMMDD. */
export type TypedIdentity = {
  familyName: string
  givenName: string
  birthDate: BirthDate
  sex: Sex | null
  nir: string | null
}
export type TypedCheck = {
  problems: TypedProblems
  warnings: TypedWarning[]
  /** Null while a problem is left. */
  identity: TypedIdentity | null
}

/** Total. `today` says which dates are still to come. */
export function checkTypedIdentity(fields: TypedFields, today: CalendarDate): TypedCheck {
  const familyName = checkName(fields.familyName, "family")
  const givenName = checkName(fields.givenName, "given")
  const birthDate = checkDate(fields.birthDate, today)
  const sex = checkSex(fields.sex)
  const nir = checkNumber(fields.nir)
  const problems: TypedProblems = {
    familyName: familyName.problem,
    givenName: givenName.problem,
    birthDate: birthDate.problem,
    sex: sex.problem,
    nir: nir.problem,
  }
  const identity = {
    familyName: familyName.value,
    givenName: givenName.value,
    birthDate: birthDate.value,
    sex: sex.value,
    nir: nir.value,
  }
  const complete = Object.values(problems).every((problem) => problem === null)
  return { problems, warnings: warningsOf(identity), identity: complete ? identity : null }
}

type Checked<Value, Problem> = { value: Value; problem: Problem | null }

function checkName(text: string, kind: "family" | "given"): Checked<string, NameProblem> {
  const normal = normaliseName(text)
  if ("refusal" in normal) return { value: "", problem: normal.refusal }
  return { value: normal.name, problem: breaksLexicalRule(normal.name, kind) ? "lexical" : null }
}

function checkDate(text: string, today: CalendarDate): Checked<BirthDate, DateProblem> {
  const bare = text.replace(/\s/g, "")
  const parts = /^(\d{2})([/.-]?)(\d{2})\2(\d{4})$/.exec(bare)
  if (parts) {
    const value = `${parts[4]}${parts[3]}${parts[1]}`
    const now = [String(today.year).padStart(4, "0"), pad(today.month), pad(today.day)].join("")
    if (value.slice(0, 4) < "1850") return { value: "", problem: "year" }
    const late = isLunar(value) ? value.slice(0, 4) > now.slice(0, 4) : value > now
    return late ? { value: "", problem: "future" } : { value, problem: null }
  }
  if (bare === "") return { value: "", problem: "empty" }
  const soFar = /^(?:\d{1,7}|\d{2}([/.-])(?:\d{0,2}|\d{2}\1\d{0,3}))$/.test(bare)
  return { value: "", problem: soFar ? "incomplete" : "shape" }
}

const pad = (part: number) => String(part).padStart(2, "0")

function checkSex(text: string): Checked<Sex | null, "unknown"> {
  const sex = text.trim().toUpperCase()
  if (sex === "F" || sex === "M") return { value: sex, problem: null }
  return { value: null, problem: sex === "" ? null : "unknown" }
}

function checkNumber(text: string): Checked<string | null, Exclude<NirProblem, "empty">> {
  const problem = nirProblem(text)
  if (problem === "empty") return { value: null, problem: null }
  const accepted = problem === null || numberKind(text) === "other"
  return accepted ? { value: compactNir(text), problem: null } : { value: null, problem }
}

function warningsOf({ birthDate, sex, nir }: TypedIdentity): TypedWarning[] {
  const warnings: TypedWarning[] = isLunar(birthDate) ? ["lunar-date"] : []
  if (nir === null) return warnings
  const kind = numberKind(nir)
  if (kind === "other") return [...warnings, "number-temporary"]
  if (ownNir(nir, birthDate) === "differs") warnings.push("nir-birth-differs")
  // 1, 3 and 7 are read as male, 2, 4 and 8 as female (identity.md §1).
  const sexOfNumber = /^[137]/.test(nir) ? "M" : "F"
  if (sex !== null && sex !== sexOfNumber) warnings.push("nir-sex-differs")
  return kind === "nia-or-provisional" ? [...warnings, "number-waiting"] : warnings
}

/** The lock's holder. A temporary number stays out of `nir`, which pages take for a NIR. */
export function holderOfTyped({ familyName, givenName, birthDate, nir }: TypedIdentity): Holder {
  const usable = nir !== null && nirProblem(nir) === null ? nir : null
  return { rank: 1, familyName, givenName, birthDate, nir: usable }
}

/** For comparison. Whether the name typed is the birth or the used one is not known. */
export function traitsOfTyped(typed: TypedIdentity): Traits {
  return { ...traitsOfHolder(holderOfTyped(typed), "typed"), ...(typed.sex && { sex: typed.sex }) }
}
