import { type Html, html } from "../html"
import { notImitated } from "../not-imitated"
import { type Page, page } from "../page"
import { findByMatricule } from "./find-people"
import type { Person } from "./people"
import { fullName, traits } from "./traits"

export const dashboardAddress = "/dmp/recapitulatif"

/** What the dashboard leads to. None of it is imitated yet; adding a document comes with its own issue. */
const addresses = {
  add: "/dmp/ajoutdocument",
  list: "/dmp/documents/liste",
  care: "/dmp/parcoursdesoins",
  synthesis: "/dmp/documents/consultationdocument",
  hidden: "/dmp/documents/nonvisibles",
} as const

/** The dashboard of a DMP (Fiche, step 7): its words, counts and date are those of the capture of June 2023. */
export const dashboardPages = (people: readonly Person[]): readonly Page[] => [
  {
    path: dashboardAddress,
    get: ({ session }) => {
      const person = session.openDmp === undefined ? null : findByMatricule(people, session.openDmp)
      return page("Tableau de bord", dashboard(person))
    },
  },
  notImitated(addresses.add, "Ajouter un document", dashboardAddress),
  notImitated(addresses.list, "Liste des documents", dashboardAddress),
  notImitated(addresses.care, "Parcours de soins", dashboardAddress),
  notImitated(addresses.synthesis, "Document de synthèse", dashboardAddress),
  notImitated(addresses.hidden, "Documents non visibles par le patient", dashboardAddress),
]

function dashboard(person: Person | null): Html {
  return html`${person ? openDmp(person) : noDmp}
<section aria-labelledby="documents">
<h2 id="documents">Documents médicaux</h2>
<div class="zone">
<h3>Tous les documents (1)</h3>
<p class="actions"><a class="button secondary" href="${addresses.list}">Liste des documents</a> <a class="button secondary" href="${addresses.care}">Parcours de soins</a></p>
</div>
<div class="zone">
<h3>Accès rapide</h3>
<p class="actions"><a class="button secondary" href="${addresses.synthesis}">Dernier document de synthèse (14/06/2023)</a> <a class="button secondary" href="${addresses.hidden}">0 document(s) non visible(s) par le patient</a></p>
</div>
<p class="actions"><a class="button" id="ajoutDoc" href="${addresses.add}">Ajouter un document</a></p>
</section>`
}

/** `#closeDMPLink` was recorded, its wording was not: « Fermer le DMP » is ours. */
const openDmp = (person: Person) => html`<h1>DMP de ${fullName(person)}</h1>
<section class="patient" aria-label="Patient">${traits(person)}
<p><a id="closeDMPLink" href="/mespatients/raz">Fermer le DMP</a></p></section>`

const noDmp = html`<h1>Tableau de bord</h1>
<p class="notice">Aucun DMP n'est ouvert : <a href="/rechercherpatient">identifiez d'abord un patient</a>.</p>`
