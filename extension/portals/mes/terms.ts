import { definePage } from "../define-page"
import { sources } from "../sources"

/** The terms: the patient reads and ticks. Never touched. */
export const terms = definePage({
  id: "mes.terms",
  portal: "mes",
  fiche: { guide: "activate", steps: [7] },
  landmarks: ["J'active Mon espace santé.", "J'accepte les Conditions Générales d'Utilisation"],
  fields: {},
  targets: { terms: { kind: "text", texts: ["J'accepte les Conditions Générales d'Utilisation"] } },
  neverTouched: ["Valider"],
  source: sources.officialApp,
})
