import { definePage } from "../define-page"
import { sources } from "../sources"

/** Mon espace santé, the public home page. */
export const mesHome = definePage({
  id: "mes.home",
  portal: "mes",
  fiche: { guide: "activate", steps: [1, 2] },
  path: /^\/$/,
  landmarks: ["Vous avez la main sur votre santé"],
  fields: {},
  targets: { activate: { kind: "press", labels: ["Activer Mon espace santé"] } },
  neverTouched: ["Activer Mon espace santé"],
  source: sources.fiche,
})
