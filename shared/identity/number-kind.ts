import { compactNir, nirProblem } from "./nir"

/**
 * What kind of number a card or a person gives in the place of a NIR.
 * - `nir`: NIR shape and key, first digit 1 or 2.
 * - `nia-or-provisional`: NIR shape and key, first digit 7 or 8 (waiting number) or 3 or 4 (registration in
 *   progress). Digits do not tell an NIA from a NIR: only the OID does.
 * - `other`: 15 digits of a temporary number, which holds no birth date and is never a matricule INS: NNP
 *   (7 or 8, then 0, 1 or 2), MIG (5 or 6, then 1 or 2), MSA (55555). No source gives their key: not checked.
 * - `invalid`: anything else, a NIR with a wrong key included.
 * Sources: identity.md §1 (CNAM `nir-validation`: NnpValidator, MigValidator); cards.md §2.6 for 55555.
 */
export type NumberKind = "nir" | "nia-or-provisional" | "other" | "invalid"

const temporary = /^(?:[78][012]|[56][12]|55555)\d+$/

export function numberKind(text: string): NumberKind {
  const number = compactNir(text)
  const problem = nirProblem(number)
  if (problem === null) return /^[12]/.test(number) ? "nir" : "nia-or-provisional"
  return problem === "shape" && number.length === 15 && temporary.test(number) ? "other" : "invalid"
}
