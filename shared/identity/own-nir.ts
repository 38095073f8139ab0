import type { BirthDate } from "./birth-date"
import { nirBirth, nirProblem } from "./nir"

/**
 * Whether the number that a card holds for someone may be that person's own.
 *
 * The number on a Vitale card is the insured person's: a child's entry may carry its parent's. Birth year
 * and month say so where they differ. `agrees` allows the number as matricule INS for a search; `differs`
 * and `cannot-tell` (month not known to the register, lunar date, number not valid) do not.
 * Source: identito-na.fr, « NIR et NIA »; RNIV.
 */
export type OwnNir = "agrees" | "differs" | "cannot-tell"

export function ownNir(nir: string, birthDate: BirthDate): OwnNir {
  if (nirProblem(nir) !== null || !/^\d{8}$/.test(birthDate)) return "cannot-tell"
  const inNumber = nirBirth(nir)
  if (!inNumber) return "cannot-tell"
  if (inNumber.year !== birthDate.slice(2, 4)) return "differs"
  const month = Number(birthDate.slice(4, 6))
  if (inNumber.month === null || month < 1 || month > 12) return "cannot-tell"
  return inNumber.month === month ? "agrees" : "differs"
}
