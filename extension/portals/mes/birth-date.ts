import { definePage } from "../define-page"
import { sources } from "../sources"

/**
 * Mon espace santé, « Mon identité », first page: the birth date of the person whose profile is activated
 * (for a child, the child's). Seen at /enrolement/activation/authentification-date-de-naissance by a
 * secondary source, so the address is no condition.
 */
export const birthDatePage = definePage({
  id: "mes.birth-date",
  portal: "mes",
  fiche: { guide: "activate", steps: [5] },
  landmarks: ["Mon identité", "Je renseigne la date de naissance"],
  fields: {
    "patient.birthDate": {
      kind: "text",
      labels: ["La date de naissance (jj/MM/AAAA)", "Date de naissance"],
    },
  },
  targets: {
    "birth-date": { kind: "field", field: "patient.birthDate" },
    continue: { kind: "press", labels: ["Continuer"] },
  },
  neverTouched: ["Continuer", "Retour"],
  source: sources.fiche,
})
