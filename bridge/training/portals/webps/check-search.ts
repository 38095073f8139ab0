import { compactNir, type NirProblem, nirProblem } from "../../../../shared/identity/nir"
import type { FieldError } from "../fields"
import type { Criteria } from "./find-people"

/** The fields' names on the search page; ours. */
export const searchFields = {
  matricule: "identifiant",
  name: "nom",
  firstName: "prenom",
  birthYear: "annee-naissance",
} as const

/** The Web PS's own sentences are not public: all of these are ours. */
const matriculeSentences: Record<NirProblem, string> = {
  empty: "Saisir le matricule INS",
  length: "Le matricule INS doit contenir 15 caractères",
  shape: "Format invalide, vérifier le matricule INS",
  key: "La clé du matricule INS est fausse, vérifier la saisie",
}

export function checkMatricule(typed: string): { matricule: string } | { errors: FieldError[] } {
  const problem = nirProblem(typed)
  if (!problem) return { matricule: compactNir(typed) }
  return { errors: [{ field: searchFields.matricule, message: matriculeSentences[problem] }] }
}

export function checkCriteria({ name, firstName, birthYear }: Criteria): FieldError[] {
  const errors: FieldError[] = []
  if (name.trim() === "") errors.push({ field: searchFields.name, message: "Saisir le nom" })
  if (firstName.trim() === "") errors.push({ field: searchFields.firstName, message: "Saisir le prénom" })
  if (birthYear.trim() === "")
    errors.push({ field: searchFields.birthYear, message: "Saisir l'année de naissance" })
  else if (!/^(18|19|20)\d{2}$/.test(birthYear.trim()))
    errors.push({
      field: searchFields.birthYear,
      message: "Saisir l'année de naissance sur 4 chiffres (AAAA)",
    })
  return errors
}
