import { definePage } from "../define-page"
import { sources } from "../sources"

/** dmp.fr, after « Accès DMP »: the way to Pro Santé Connect. Its address was not recorded, its button was. */
export const dmpAccess = definePage({
  id: "dmp.access",
  portal: "dmp",
  fiche: { guide: "feed", steps: [3] },
  // Not the home page, which may show both buttons: one address is one page.
  path: /^\/(?!(web\/dmp)?\/?$)/,
  landmarks: ["Accès DMP", "PRO SANTÉ CONNECT"],
  fields: {},
  targets: { "sign-in": { kind: "press", labels: ["PRO SANTÉ CONNECT"] } },
  neverTouched: ["PRO SANTÉ CONNECT"],
  source: sources.recorded,
})
