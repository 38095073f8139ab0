import { definePage } from "../define-page"
import { sources } from "../sources"

/** The signature posts itself: never touched. */
export const signature = definePage({
  id: "webps.signature",
  portal: "webps",
  fiche: { guide: "feed", steps: [12] },
  path: /\/signaturedocument/i,
  landmarks: ["document"],
  fields: {},
  dmpOpen: true,
  neverTouched: [],
  source: sources.recorded,
})
