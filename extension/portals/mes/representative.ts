import { definePage } from "../define-page"
import { sources } from "../sources"

/** A minor: whoever activates the profile certifies to be the legal representative. Never touched. */
export const representative = definePage({
  id: "mes.representative",
  portal: "mes",
  fiche: { guide: "activate", steps: [5] },
  landmarks: ["Mon identité", "Je certifie être le représentant légal de"],
  fields: {},
  targets: { declaration: { kind: "text", texts: ["Je certifie être le représentant légal de"] } },
  neverTouched: ["Valider"],
  source: sources.officialApp,
})
