import { definePage } from "../define-page"
import { sources } from "../sources"

/** The synthesis before the confirmation. Its wording is not public; its address is. */
export const synthesis = definePage({
  id: "webps.synthesis",
  portal: "webps",
  fiche: { guide: "feed", steps: [11, 12] },
  path: /demandeconfirmationactiondocument/i,
  landmarks: ["document"],
  fields: {},
  targets: {
    summary: { kind: "text", texts: ["Vérifiez les informations du document", "document"] },
    accept: { kind: "press", ids: ["accept"], labels: ["Confirmer l'ajout", "Confirmer"] },
  },
  shows: { patient: true, document: true },
  dmpOpen: true,
  neverTouched: ["Confirmer l'ajout", "Confirmer"],
  source: sources.recorded,
})
