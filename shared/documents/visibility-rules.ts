import { ageOn, type BirthDate, type CalendarDate, calendarDate } from "../identity/birth-date"
import { type Visibility, visibilities } from "./visibility"

/**
 * What may be chosen together. « Visible » stands alone; hidden from the patient and hidden from professionals exclude
 * each other (EX_2.1-1050); representatives exist for minors alone (Fiche DMP, step 9, « votre patient mineur »).
 * Nothing is ever chosen beforehand.
 */
export const visibilityProblems = [
  "visibility-missing",
  "visibility-not-alone",
  "visibility-exclusive",
  /** Hidden from the representatives of somebody who is of age. */
  "visibility-adult",
  /** The birth date does not tell whether the patient is a minor: it can be filed, if the portal offers it. */
  "visibility-age-unknown",
] as const
export type VisibilityProblem = (typeof visibilityProblems)[number]

/** `cannot-tell`: no birth date, one to come, or a lunar one in whose year either may be true. */
export type Minority = "minor" | "adult" | "cannot-tell"

const majority = 18

export function minorityOf(birthDate: BirthDate | undefined, today: CalendarDate): Minority {
  const age = ageOn(birthDate ?? "", today)
  if (age !== null) return age < majority ? "minor" : "adult"
  const year = /^(\d{4})\d{4}$/.exec(birthDate ?? "")?.[1]
  if (year === undefined || calendarDate(birthDate ?? "")) return "cannot-tell"
  // Born on some day of that year: both ends of it must agree.
  const turns = Number(year) + majority
  if (Number(year) > today.year || turns === today.year) return "cannot-tell"
  return turns < today.year ? "adult" : "minor"
}

/** Total. In the order of the list. */
export function problemsOfVisibility(chosen: readonly Visibility[], minority: Minority): VisibilityProblem[] {
  const has = (choice: Visibility) => chosen.includes(choice)
  if (!visibilities.some(has)) return ["visibility-missing"]
  const others = visibilities.some((choice) => choice !== "visible" && has(choice))
  const representatives = has("not-representatives")
  return [
    ...(has("visible") && others ? (["visibility-not-alone"] as const) : []),
    ...(has("not-patient") && has("not-professionals") ? (["visibility-exclusive"] as const) : []),
    ...(representatives && minority === "adult" ? (["visibility-adult"] as const) : []),
    ...(representatives && minority === "cannot-tell" ? (["visibility-age-unknown"] as const) : []),
  ]
}

/** Whether a choice can be added to those that are made; one that is made can always be taken back. */
export function mayChoose(choice: Visibility, chosen: readonly Visibility[], minority: Minority): boolean {
  if (chosen.includes(choice)) return true
  const problems = problemsOfVisibility([...chosen, choice], minority)
  return problems.every((problem) => problem === "visibility-age-unknown")
}

/** The choices after one was pressed: added where that is allowed, taken back where it was made, else as before. */
export function pressVisibility(
  choice: Visibility,
  chosen: readonly Visibility[],
  minority: Minority,
): readonly Visibility[] {
  if (chosen.includes(choice)) return chosen.filter((it) => it !== choice)
  if (!mayChoose(choice, chosen, minority)) return chosen
  return visibilities.filter((it) => it === choice || chosen.includes(it))
}
