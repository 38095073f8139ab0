import { definePage } from "../define-page"
import { sources } from "../sources"

/** The first connection: the professional chooses both. The words are the Fiche's prose. */
export const firstConnection = definePage({
  id: "webps.first-connection",
  portal: "webps",
  fiche: { guide: "feed", steps: [3] },
  landmarks: ["Sélectionnez la situation", "Sélectionnez le cadre d'exercice"],
  fields: {},
  neverTouched: [],
  source: sources.ficheProse,
})
