import { definePage } from "../define-page"
import { sources } from "../sources"

/** The form that adds a document. Recognised and compared; nothing is filled here yet. */
export const addDocument = definePage({
  id: "webps.add-document",
  portal: "webps",
  fiche: { guide: "feed", steps: [8, 9, 10] },
  path: /\/ajoutdocument(\.|$)/i,
  landmarks: ["Ajouter un document", "Joindre un fichier ou rédiger un document"],
  fields: {},
  shows: { patient: true },
  neverTouched: ["Ajouter", "Annuler"],
  source: sources.recorded,
})
