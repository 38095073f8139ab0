import { definePage } from "../define-page"
import { sources } from "../sources"

/** Where the activation begins. Its address is of medium confidence; nothing is filled here. */
export const mesStart = definePage({
  id: "mes.start",
  portal: "mes",
  fiche: { guide: "activate", steps: [3, 4] },
  path: /^\/enrolement\/activation\/accueil(?![a-z])/i,
  landmarks: ["Activer Mon espace santé"],
  fields: {},
  targets: { begin: { kind: "press", labels: ["Commencer"] } },
  neverTouched: ["Commencer"],
  source: sources.press,
})
