import { frenchDate } from "../../../../shared/identity/birth-date"
import { html } from "../html"
import { missing, type Page, page, redirect } from "../page"
import { addresses } from "./addresses"
import { openDmp } from "./open-dmp"
import type { Person } from "./people"
import type { Register } from "./register"
import { fullName } from "./traits"

const openEvent = "/mespatients.opendmp/"

/**
 * « Mes patients » (ids and address recorded in June 2026): coming here resets the patient context. The
 * links carry a rank and no trait. Homonyms stand there as they do on the real list: only the date tells them apart.
 */
export function myPatientsPages(register: Register): readonly Page[] {
  const mine = register.mine.filter((person) => person.status === "Activé")
  return [
    { path: "/mespatients", get: () => redirect(addresses.myPatients) },
    {
      path: addresses.myPatients,
      get: ({ session }) => {
        delete session.found
        delete session.chosen
        delete session.openDmp
        delete session.wanted
        delete session.draft
        return page("Mes patients", list(mine))
      },
    },
    {
      path: `${openEvent}*`,
      get: (visit) => {
        const person = /^\d{1,3}$/.test(visit.rest) ? mine[Number(visit.rest)] : undefined
        return person ? openDmp(visit, person) : missing
      },
    },
  ]
}

const list = (mine: readonly Person[]) => html`<h1>Mes patients</h1>
<p>Les patients dont vous avez déjà ouvert le DMP avec leur autorisation.</p>
<table>
<thead><tr><th scope="col">Patient</th><th scope="col">Date de naissance</th><th scope="col">Sexe</th></tr></thead>
<tbody>${mine.map(
  (person, rank) => html`
<tr><td><a id="openDMPLink_${rank}" href="${openEvent}${rank}">${fullName(person)}</a></td><td>${frenchDate(person.birthDate)}</td><td>${person.sex}</td></tr>`,
)}
</tbody>
</table>`
