import type { Holding } from "../../extension/portals/vocabulary"
import { hosts } from "../pages"

export type TextSpec = { field: Holding; label: string; maxLength?: number; hint?: string }
export type ChoiceSpec = {
  field: Holding
  legend: string
  choices: readonly { value: string; label: string }[]
}
export type Section = { title: string | null; choice?: ChoiceSpec; fields: readonly TextSpec[] }
export type FormSpec = {
  page: string
  place: { hostname: string; pathname: string }
  /** What stands above the form: landmarks, but not the titles of sections. */
  intro: string
  sections: readonly Section[]
}

/** What each known form page asks, whatever markup asks it. Words of the pages, see `extension/portals`. */
export const forms: readonly FormSpec[] = [
  {
    page: "mes.birth-date",
    place: hosts.mes,
    intro: "<h2>Mon identité</h2><h3>Je renseigne la date de naissance</h3>",
    sections: [
      {
        title: null,
        fields: [{ field: "patient.birthDate", label: "La date de naissance (jj/MM/AAAA)", maxLength: 10 }],
      },
    ],
  },
  {
    page: "mes.vitale-card",
    place: hosts.mes,
    intro:
      "<h2>Je renseigne les informations de ma carte&nbsp;Vitale</h2><p>Où trouver mon numéro de sécurité sociale ?</p>",
    sections: [
      {
        title: null,
        choice: {
          field: "card.photo",
          legend: "Je renseigne le modèle de ma carte Vitale.",
          choices: [
            { value: "without", label: "Carte Vitale sans photo" },
            { value: "with", label: "Carte Vitale avec photo" },
          ],
        },
        fields: [
          {
            field: "patient.nir",
            label: "Mon numéro de sécurité sociale",
            hint: "Ex. : 1 55 12 55 555 555 55",
          },
          { field: "card.serial", label: "Mon numéro de série", hint: "Ex. : 0102457612 4" },
        ],
      },
    ],
  },
  {
    page: "webps.search",
    place: hosts.webps,
    intro: "<h1>Identifier un patient</h1>",
    sections: [
      { title: "Accès par la carte Vitale", fields: [] },
      { title: "Accès par matricule INS", fields: [{ field: "patient.matricule", label: "Identifiant" }] },
      {
        title: "Accès par critères d’identité",
        fields: [
          { field: "patient.familyName", label: "Nom (d’usage ou de naissance)" },
          { field: "patient.givenName", label: "Prénom" },
          { field: "patient.birthYear", label: "Année de naissance (AAAA)", maxLength: 4 },
        ],
      },
    ],
  },
]
