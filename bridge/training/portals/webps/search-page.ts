import { errorSummary, type FieldError, textField } from "../fields"
import { type Content, type Html, html } from "../html"
import { addresses } from "./addresses"
import { searchFields } from "./check-search"
import type { Criteria } from "./find-people"

/** The three zones, and the addresses of their forms in the manner of Tapestry (page.event). */
const searchAddress = addresses.search
export const searchEvents = {
  vitale: `${searchAddress}.lirecartevitale`,
  matricule: `${searchAddress}.rechercheparmatricule`,
  criteria: `${searchAddress}.rechercheparcriteres`,
} as const

export const searchTitle = "Identifier un patient"

export type SearchState = {
  matricule?: string
  criteria?: Criteria
  errors?: readonly FieldError[]
  notice?: Content
}

/** The search page (Fiche, step 4): words of the capture of June 2023. The page's own heading is ours. */
export function searchPage({ matricule, criteria, errors = [], notice }: SearchState): Html {
  return html`<h1>${searchTitle}</h1>
${notice && html`<div class="notice" role="status">${notice}</div>`}
${errorSummary(errors)}
<section class="zone" aria-labelledby="zone-vitale">
<h2 id="zone-vitale">Accès par la carte Vitale</h2>
<form method="post" action="${searchEvents.vitale}" autocomplete="off">
<p class="actions"><button type="submit">Lire la carte Vitale</button></p>
</form>
</section>
<section class="zone" aria-labelledby="zone-matricule">
<h2 id="zone-matricule">Accès par matricule INS</h2>
<form method="post" action="${searchEvents.matricule}" autocomplete="off" novalidate>
${textField({ id: searchFields.matricule, label: "Identifiant", value: matricule ?? "", errors })}
<p class="actions"><button type="submit">Rechercher</button></p>
</form>
</section>
<section class="zone" aria-labelledby="zone-criteres">
<h2 id="zone-criteres">Accès par critères d'identité</h2>
${criteriaForm(criteria ?? { name: "", firstName: "", birthYear: "" }, errors)}
</section>`
}

function criteriaForm({ name, firstName, birthYear }: Criteria, errors: readonly FieldError[]): Html {
  return html`<form method="post" action="${searchEvents.criteria}" autocomplete="off" novalidate>
<div class="columns">
${textField({ id: searchFields.name, label: "Nom (d'usage ou de naissance)", value: name, errors })}
${textField({ id: searchFields.firstName, label: "Prénom", value: firstName, errors })}
${textField({
  id: searchFields.birthYear,
  label: "Année de naissance (AAAA)",
  value: birthYear,
  errors,
  maxLength: 4,
  numeric: true,
})}
</div>
<p class="actions">
<button type="submit" name="parmi" value="mes-patients">Rechercher parmi mes patients</button>
<button type="submit" name="parmi" value="tous">Rechercher parmi tous les patients</button>
<button type="submit" name="effacer" value="oui" class="secondary" data-clears>Effacer les critères</button>
</p>
</form>`
}
