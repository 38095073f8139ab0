import { definePage } from "../define-page"
import { sources } from "../sources"

/** The list of known patients. Opening this address forgets the portal's current patient. */
export const myPatients = definePage({
  id: "webps.my-patients",
  portal: "webps",
  fiche: { guide: "feed", steps: [4, 5] },
  path: /^\/mespatients(?![a-z])/i,
  landmarks: ["Mes patients"],
  fields: {},
  shows: { names: "openDMPLink" },
  targets: { "patient-list": { kind: "text", texts: ["Mes patients"] } },
  neverTouched: [],
  source: sources.recorded,
})
