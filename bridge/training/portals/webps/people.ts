import type { BirthDate } from "../../../../shared/identity/birth-date"

/** The three statuses of the Fiche, step 5. */
export type DmpStatus = "Activé" | "Inexistant" | "Fermé"

/** A fictitious patient as the Web PS knows them. */
export type Person = {
  matricule: string
  birthName: string
  usualName?: string
  /** All given names in the order of civil status, the first one first. */
  givenNames: readonly string[]
  /** The first name in use, where it is not the first given name. */
  usualFirstName?: string
  sex: "F" | "M"
  birthDate: BirthDate
  status: DmpStatus
  /** Already among « mes patients » of the professional who is signed in. */
  mine: boolean
}

/**
 * Nobody here exists. Public test identities (INSi, RNIV, healthcare-domain), then made up people whose
 * numbers have a place that does not exist: a lunar birth date, two homonyms, two twins who are minors.
 * The statuses are ours.
 */
export const people: readonly Person[] = [
  {
    matricule: "275126322074974",
    birthName: "ADRUN",
    givenNames: ["ZOE"],
    sex: "F",
    birthDate: "19751231",
    status: "Activé",
    mine: true,
  },
  {
    matricule: "180032B02040123",
    birthName: "CORSE",
    givenNames: ["ANTHONY"],
    sex: "M",
    birthDate: "19800302",
    status: "Activé",
    mine: true,
  },
  {
    matricule: "260058815400233",
    birthName: "DARK",
    givenNames: ["JEANNE", "MARIE", "CECILE"],
    sex: "F",
    birthDate: "19600530",
    status: "Activé",
    mine: false,
  },
  {
    matricule: "110086322083060",
    birthName: "NESSI",
    givenNames: ["MICHELANGELO", "ANTHONY"],
    sex: "M",
    birthDate: "20100807",
    status: "Activé",
    mine: false,
  },
  {
    matricule: "236066322083656",
    birthName: "TCHITCHI",
    givenNames: ["CATARINA", "BELLA"],
    usualFirstName: "OLA",
    sex: "F",
    birthDate: "19360621",
    status: "Inexistant",
    mine: false,
  },
  {
    matricule: "277010115400329",
    birthName: "GARCIA-HAMMADI",
    givenNames: ["SARAH-LOU", "ANNA"],
    sex: "F",
    birthDate: "19770121",
    status: "Fermé",
    mine: false,
  },
  {
    matricule: "160012B02077713",
    birthName: "ADRTROIS",
    givenNames: ["TOUSSAINT"],
    sex: "M",
    birthDate: "19600101",
    status: "Activé",
    mine: true,
  },
  {
    matricule: "242209999900744",
    birthName: "MAREE",
    givenNames: ["SELENE"],
    sex: "F",
    birthDate: "19422001",
    status: "Activé",
    mine: false,
  },
  {
    matricule: "277019999900168",
    birthName: "MEMENOM",
    givenNames: ["ANNE"],
    sex: "F",
    birthDate: "19770121",
    status: "Activé",
    mine: true,
  },
  {
    matricule: "277129999900150",
    birthName: "MEMENOM",
    givenNames: ["ANNE"],
    sex: "F",
    birthDate: "19771231",
    status: "Activé",
    mine: true,
  },
  {
    matricule: "219059999900164",
    birthName: "FICTIF",
    givenNames: ["ALIX"],
    sex: "F",
    birthDate: "20190504",
    status: "Activé",
    mine: false,
  },
  {
    matricule: "119059999900216",
    birthName: "FICTIF",
    givenNames: ["LOU"],
    sex: "M",
    birthDate: "20190504",
    status: "Activé",
    mine: false,
  },
]
