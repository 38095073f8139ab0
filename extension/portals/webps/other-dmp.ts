import { definePage } from "../define-page"
import { sources } from "../sources"

/** Another DMP is still open: the person decides. */
export const otherDmp = definePage({
  id: "webps.other-dmp",
  portal: "webps",
  fiche: { guide: "feed", steps: [6] },
  path: /\/dmp\/confirmationouvertureautre(?![a-z])/i,
  landmarks: ["Confirmation d'accès à un autre DMP"],
  fields: {},
  targets: { "other-dmp": { kind: "text", texts: ["Confirmation d'accès à un autre DMP"] } },
  neverTouched: ["Oui"],
  source: sources.recorded,
})
