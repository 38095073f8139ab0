import { definePage } from "../define-page"
import { sources } from "../sources"

/** The patient found: traits, status, authorisation. The wording is not public: to be confirmed. */
export const selection = definePage({
  id: "webps.selection",
  portal: "webps",
  fiche: { guide: "feed", steps: [5, 6] },
  landmarks: ["Statut du DMP", "Date de naissance"],
  fields: {},
  shows: { patient: true, status: true },
  neverTouched: ["Accéder au DMP"],
  source: sources.ficheProse,
})
