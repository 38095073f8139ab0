import { frenchDate } from "../../../../shared/identity/birth-date"
import { formatNir } from "../../../../shared/identity/nir"
import { type Html, html } from "../html"
import type { Person } from "./people"

export const fullName = (person: Person) =>
  `${person.usualName ?? person.birthName} ${person.usualFirstName ?? person.givenNames[0] ?? ""}`.trim()

/** The patient's traits, for the professional to compare with the person in front of them. Terms are ours. */
export function traits(person: Person): Html {
  const shown: [string, string][] = [
    ["Nom de naissance", person.birthName],
    ["Nom d'usage", person.usualName ?? ""],
    ["Prénom(s)", person.givenNames.join(" ")],
    ["Prénom utilisé", person.usualFirstName ?? ""],
    ["Date de naissance", frenchDate(person.birthDate)],
    ["Sexe", person.sex === "F" ? "Féminin" : "Masculin"],
    ["Matricule INS", formatNir(person.matricule)],
  ]
  return html`<dl class="traits">${shown.map(
    ([term, value]) => value !== "" && html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}
