import { definePage } from "../define-page"
import { sources } from "../sources"

/** The first connection: the professional chooses both. The words are the Fiche's prose. */
export const firstConnection = definePage({
  id: "webps.first-connection",
  portal: "webps",
  fiche: { guide: "feed", steps: [3] },
  landmarks: ["Sélectionnez la situation", "Sélectionnez le cadre d'exercice"],
  fields: {},
  parts: {
    "practice.situation": [{ kind: "select", labels: ["Sélectionnez la situation"] }],
    "practice.setting": [{ kind: "select", labels: ["Sélectionnez le cadre d'exercice"] }],
  },
  targets: {
    situation: { kind: "part", part: "practice.situation" },
    setting: { kind: "part", part: "practice.setting" },
  },
  neverTouched: ["Valider"],
  source: sources.ficheProse,
})
