import type { BirthDate } from "../../../../shared/identity/birth-date"

/**
 * Who can activate a profile on the imitation: the insured person's number with the birth date of the
 * person concerned, who may be her child. All fictitious (INSi and RNIV test identities).
 */
export const insured: readonly { nir: string; birthDate: BirthDate; who: string }[] = [
  { nir: "275126322074974", birthDate: "19751231", who: "ADRUN ZOE" },
  { nir: "180032B02040123", birthDate: "19800302", who: "CORSE ANTHONY" },
  { nir: "260058815400233", birthDate: "19600530", who: "DARK JEANNE" },
  { nir: "260058815400233", birthDate: "20100807", who: "NESSI MICHELANGELO, by her number" },
  { nir: "236066322083656", birthDate: "19360621", who: "TCHITCHI CATARINA" },
]
