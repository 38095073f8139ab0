import { definePage } from "../define-page"
import { sources } from "../sources"

/** The document was added. What it says is not public: the imitation quotes the title, and so may the portal. */
export const filed = definePage({
  id: "webps.filed",
  portal: "webps",
  fiche: { guide: "feed", steps: [12] },
  path: /\/confirmationajout/i,
  landmarks: ["document"],
  fields: {},
  targets: { back: { kind: "press", ids: ["recapitulatif"], labels: ["Retour au récapitulatif"] } },
  shows: { patient: true, document: "quoted" },
  dmpOpen: true,
  neverTouched: [],
  source: sources.recorded,
})
