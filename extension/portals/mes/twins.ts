import { definePage } from "../define-page"
import { sources } from "../sources"

/** Twins: same card, same birth date. The person chooses; the words are the application's. */
export const twins = definePage({
  id: "mes.twins",
  portal: "mes",
  fiche: { guide: "activate", steps: [5] },
  landmarks: ["Mon identité", "Je choisis pour qui j'active le profil"],
  fields: {},
  targets: { profiles: { kind: "text", texts: ["Je choisis pour qui j'active le profil"] } },
  neverTouched: ["Continuer", "Valider"],
  source: sources.officialApp,
})
