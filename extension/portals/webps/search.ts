import { definePage } from "../define-page"
import { sources } from "../sources"

/**
 * Web DMP, « Identifier le patient »: three ways on one page. Reading the card is the portal's own button and
 * never ours. No id of this page is public: labels, under the heading of their way.
 */
export const searchPage = definePage({
  id: "webps.search",
  portal: "webps",
  fiche: { guide: "feed", steps: [4] },
  landmarks: ["Accès par matricule INS", "Accès par critères d'identité"],
  fields: {
    "patient.matricule": { kind: "text", labels: ["Identifiant"], under: "Accès par matricule INS" },
    "patient.familyName": {
      kind: "text",
      labels: ["Nom (d'usage ou de naissance)"],
      under: "Accès par critères d'identité",
    },
    "patient.givenName": { kind: "text", labels: ["Prénom"], under: "Accès par critères d'identité" },
    "patient.birthYear": {
      kind: "text",
      labels: ["Année de naissance (AAAA)"],
      under: "Accès par critères d'identité",
    },
  },
  targets: {
    matricule: { kind: "field", field: "patient.matricule" },
    identity: { kind: "field", field: "patient.familyName" },
    "card-button": { kind: "press", labels: ["Lire la carte Vitale"] },
  },
  neverTouched: [
    "Lire la carte Vitale",
    "Rechercher",
    "Rechercher parmi mes patients",
    "Rechercher parmi tous les patients",
    "Effacer les critères",
  ],
  source: sources.fiche,
})
