import { definePage } from "../define-page"
import { sources } from "../sources"

/** dmp.fr, the shop window that leads to the Web PS. */
export const dmpHome = definePage({
  id: "dmp.home",
  portal: "dmp",
  fiche: { guide: "feed", steps: [1, 2] },
  path: /^\/(web\/dmp)?\/?$/,
  landmarks: ["Accès DMP"],
  fields: {},
  targets: { access: { kind: "press", labels: ["Accès DMP"] } },
  neverTouched: ["Accès DMP"],
  source: sources.recorded,
})
