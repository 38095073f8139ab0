import { definePage } from "../define-page"
import { sources } from "../sources"

/** The patient found: traits, status, authorisation. The wording is not public: to be confirmed. */
export const selection = definePage({
  id: "webps.selection",
  portal: "webps",
  fiche: { guide: "feed", steps: [5, 6] },
  landmarks: ["Statut du DMP", "Date de naissance"],
  fields: {},
  shows: { patient: true, status: true },
  parts: {
    "selection.authorisation": [{ kind: "checks", labels: ["Mon patient m'autorise à accéder à son DMP"] }],
  },
  targets: {
    status: { kind: "text", texts: ["Statut du DMP"] },
    authorisation: { kind: "part", part: "selection.authorisation" },
    "open-dmp": { kind: "press", labels: ["Accéder au DMP"] },
  },
  neverTouched: ["Accéder au DMP"],
  source: sources.ficheProse,
})
