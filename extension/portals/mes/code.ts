import { definePage } from "../define-page"
import { sources } from "../sources"

/** The code that only the patient reads and types. Never filled. */
export const code = definePage({
  id: "mes.code",
  portal: "mes",
  fiche: { guide: "activate", steps: [6] },
  landmarks: ["Mon code provisoire", "Saisir le code provisoire à 12 caractères"],
  fields: {},
  targets: { code: { kind: "text", texts: ["Saisir le code provisoire à 12 caractères"] } },
  neverTouched: ["Saisir le code provisoire à 12 caractères", "Valider"],
  source: sources.officialApp,
})
