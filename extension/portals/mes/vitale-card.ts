import { definePage } from "../define-page"
import { sources } from "../sources"

/**
 * Mon espace santé, « Mon identité », second page: what is printed on the Vitale card. The number is the
 * insured person's, also when a child's profile is activated.
 */
export const vitaleCardPage = definePage({
  id: "mes.vitale-card",
  portal: "mes",
  fiche: { guide: "activate", steps: [5] },
  landmarks: ["Je renseigne les informations de ma carte Vitale", "Mon numéro de sécurité sociale"],
  fields: {
    "card.photo": {
      kind: "choice",
      answers: { with: ["Carte Vitale avec photo"], without: ["Carte Vitale sans photo"] },
    },
    "patient.nir": { kind: "text", labels: ["Mon numéro de sécurité sociale"] },
    "card.serial": { kind: "text", labels: ["Mon numéro de série"] },
  },
  targets: {
    "card-kind": { kind: "field", field: "card.photo" },
    number: { kind: "field", field: "patient.nir" },
    serial: { kind: "field", field: "card.serial" },
    continue: { kind: "press", labels: ["Continuer"] },
  },
  neverTouched: ["Continuer", "Retour"],
  source: sources.fiche,
})
