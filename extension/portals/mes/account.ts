import { definePage } from "../define-page"
import { sources } from "../sources"

/** The patient's own identifier and password: theirs alone, nothing is filled or read. */
export const account = definePage({
  id: "mes.account",
  portal: "mes",
  fiche: { guide: "activate", steps: [7] },
  landmarks: ["Identifiant et mot de passe", "Choisir mon mot de passe"],
  fields: {},
  targets: { account: { kind: "text", texts: ["Identifiant et mot de passe"] } },
  neverTouched: ["Choisir mon mot de passe", "Confirmer le mot de passe", "Valider"],
  source: sources.officialApp,
})
