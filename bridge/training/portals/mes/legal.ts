import { notImitated } from "../not-imitated"
import type { Page } from "../page"
import { addresses } from "./addresses"

/** The two texts that the terms page leads to. A trainer has no use of them: not imitated. */
export const legalPages: readonly Page[] = [
  notImitated(addresses.legalTerms, "Conditions générales d'utilisation", addresses.terms),
  notImitated(addresses.legalData, "Protection des données personnelles", addresses.terms),
]
