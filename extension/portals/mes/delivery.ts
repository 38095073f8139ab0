import { definePage } from "../define-page"
import { sources } from "../sources"

/** How the code is sent: the patient chooses. The words are the application's. */
export const delivery = definePage({
  id: "mes.delivery",
  portal: "mes",
  fiche: { guide: "activate", steps: [6] },
  landmarks: [
    "Mes coordonnées",
    [
      "Je choisis le mode de réception du code provisoire pour confirmer mon identité.",
      // The words of the Fiche and of the application for the first of the two ways.
      "Recevoir le code par mail",
      "Par e-mail",
    ],
  ],
  fields: {},
  targets: {
    delivery: {
      kind: "text",
      texts: [
        "Je choisis le mode de réception du code provisoire pour confirmer mon identité.",
        "Mes coordonnées",
      ],
    },
  },
  neverTouched: ["Mail", "SMS", "Par e-mail", "Par SMS", "Envoyer le code"],
  source: sources.officialApp,
})
