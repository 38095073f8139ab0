import { type Html, html } from "../html"
import { notImitated } from "../not-imitated"
import { type Page, page } from "../page"
import { addresses } from "./addresses"
import { documentsOf, hiddenFromPatient, lastSynthesisDate } from "./documents"
import { noDmpNotice, patientHeader, personOfOpenDmp } from "./patient-header"
import type { Register } from "./register"
import { fullName } from "./traits"

/** The dashboard of a DMP (Fiche, step 7): words of the capture of June 2023, counts of what was filed here. */
export const dashboardPages = (register: Register): readonly Page[] => [
  {
    path: addresses.dashboard,
    get: (visit) => {
      const person = personOfOpenDmp(register, visit)
      const head = person
        ? html`<h1>DMP de ${fullName(person)}</h1>${patientHeader(person)}`
        : html`<h1>Tableau de bord</h1>${noDmpNotice}`
      return page("Tableau de bord", html`${head}${counters(documentsOf(visit.session, person?.matricule))}`)
    },
  },
  notImitated(addresses.care, "Parcours de soins", addresses.dashboard),
]

const counters = (documents: ReturnType<typeof documentsOf>): Html => html`
<section aria-labelledby="documents">
<h2 id="documents">Documents médicaux</h2>
<div class="zone">
<h3>Tous les documents (${documents.length})</h3>
<p class="actions"><a class="button secondary" href="${addresses.list}">Liste des documents</a> <a class="button secondary" href="${addresses.care}">Parcours de soins</a></p>
</div>
<div class="zone">
<h3>Accès rapide</h3>
<p class="actions"><a class="button secondary" href="${addresses.consult}">Dernier document de synthèse (${lastSynthesisDate(documents)})</a> <a class="button secondary" href="${addresses.hidden}">${hiddenFromPatient(documents).length} document(s) non visible(s) par le patient</a></p>
</div>
<p class="actions"><a class="button" id="ajoutDoc" href="${addresses.add}">Ajouter un document</a></p>
</section>`
