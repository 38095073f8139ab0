import { frenchDate } from "../../shared/identity/birth-date"
import { type ComparedTrait, compareTraits } from "../../shared/identity/compare"
import { formatNir } from "../../shared/identity/nir"
import type { Traits } from "../../shared/identity/traits"
import { traitsOfHolder } from "../../shared/identity/traits-of-source"
import type { ComparisonView, PanelState } from "../messages/panel-state"

/**
 * The locked patient compared with the one whom the page shows. A page that shows a patient we can't read is
 * « can't tell », never « same ».
 */
export function comparisonOf({ patient, page }: Pick<PanelState, "patient" | "page">): ComparisonView | null {
  if (!patient || page.state !== "portal" || !page.description.showsPatient) return null
  const card = traitsOfHolder(patient.holder)
  const shown: Traits = page.shown ?? { source: "page" }
  const { verdict, traits } = compareTraits(card, shown)
  const rows = traits
    .map(({ trait, result }) => ({ trait, result, card: said[trait](card), page: said[trait](shown) }))
    .filter((row) => row.card !== "" || row.page !== "")
  return { verdict, rows }
}

/** How each trait is shown beside the other; empty where the source does not say it. */
const said: Record<ComparedTrait, (traits: Traits) => string> = {
  "family-name": ({ birthFamilyName, usedFamilyName, familyName, wholeName }) =>
    birthFamilyName ?? familyName ?? usedFamilyName ?? wholeName ?? "",
  "given-name": ({ birthGivenNames, firstGivenName, givenName, usedGivenName }) =>
    birthGivenNames ?? firstGivenName ?? givenName ?? usedGivenName ?? "",
  sex: ({ sex }) => sex ?? "",
  "birth-date": ({ birthDate }) => (birthDate ? frenchDate(birthDate) : ""),
  "birth-place": ({ birthPlace }) => birthPlace ?? "",
  matricule: ({ matricule }) => (matricule ? formatNir(matricule) : ""),
}
