import { definePage } from "../define-page"
import { sources } from "../sources"

/** The dashboard of an open DMP. */
export const dashboard = definePage({
  id: "webps.dashboard",
  portal: "webps",
  fiche: { guide: "feed", steps: [7] },
  path: /\/dmp\/recapitulatif(?![a-z])/i,
  landmarks: ["Documents médicaux", "Ajouter un document"],
  fields: {},
  shows: { patient: true },
  dmpOpen: true,
  targets: { "add-document": { kind: "press", ids: ["ajoutDoc"], labels: ["Ajouter un document"] } },
  neverTouched: ["Ajouter un document"],
  source: sources.recorded,
})
