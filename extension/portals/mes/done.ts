import { definePage } from "../define-page"
import { sources } from "../sources"

/** The end of the activation. */
export const mesDone = definePage({
  id: "mes.done",
  portal: "mes",
  fiche: { guide: "activate", steps: [7] },
  landmarks: ["Mon profil a bien été activé !", "Connexion"],
  fields: {},
  neverTouched: ["Connexion"],
  source: sources.officialApp,
})
