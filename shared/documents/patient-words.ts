import { foldText } from "../fold-text"
import type { Traits } from "../identity/traits"

/** The words of family names and of given names, folded; both may be empty. */
export type PatientWords = { family: ReadonlySet<string>; given: ReadonlySet<string> }

/** The words of every name that a patient goes by. Total. */
export function patientWords(traits: Traits): PatientWords {
  const words = (...names: (string | undefined)[]) =>
    new Set(names.flatMap((name) => foldText(name ?? "").split(" ")).filter((word) => word !== ""))
  const { birthFamilyName, usedFamilyName, familyName, wholeName } = traits
  const { birthGivenNames, firstGivenName, usedGivenName, givenName } = traits
  return {
    family: words(birthFamilyName, usedFamilyName, familyName, wholeName),
    given: words(birthGivenNames, firstGivenName, usedGivenName, givenName, wholeName),
  }
}

/** All of them together; none for no patient. */
export function nameWords(traits: Traits | null): ReadonlySet<string> {
  if (!traits) return new Set()
  const { family, given } = patientWords(traits)
  return new Set([...family, ...given])
}
