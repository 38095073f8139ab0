import type { BirthDate } from "../../../../shared/identity/birth-date"

/** What the imitation knows of a profile besides who it is. */
export type ProfileState = "to-activate" | "already-activated" | "not-activatable" | "contacts-unknown"

export type Insured = { nir: string; birthDate: BirthDate; who: string; state: ProfileState }

/**
 * Who can activate a profile on the imitation: the insured person's number with the birth date of the
 * person concerned, who may be her child; two with the same number and date are twins. All fictitious: INSi
 * and RNIV test identities, and the FICTIF family, which is made up.
 */
export const insured: readonly Insured[] = [
  one("275126322074974", "19751231", "ADRUN ZOE"),
  one("180032B02040123", "19800302", "CORSE ANTHONY"),
  one("260058815400233", "19600530", "DARK JEANNE"),
  one("260058815400233", "20100807", "NESSI MICHELANGELO"),
  one("260058815400233", "20190504", "FICTIF ALIX"),
  one("260058815400233", "20190504", "FICTIF LOU"),
  one("236066322083656", "19360621", "TCHITCHI CATARINA"),
  one("160012B02077713", "19600101", "ADRTROIS TOUSSAINT", "already-activated"),
  one("277010115400329", "19770121", "GARCIA-HAMMADI SARAH-LOU", "contacts-unknown"),
  one("277019999900168", "19770121", "MEMENOM ANNE", "not-activatable"),
]

function one(nir: string, birthDate: string, who: string, state: ProfileState = "to-activate"): Insured {
  return { nir, birthDate, who, state }
}
