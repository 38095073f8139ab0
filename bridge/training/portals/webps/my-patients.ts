import { frenchDate } from "../../../../shared/identity/birth-date"
import { html } from "../html"
import { missing, type Page, page, redirect } from "../page"
import { dashboardAddress } from "./dashboard"
import type { Person } from "./people"
import { fullName } from "./traits"

const openEvent = "/mespatients.opendmp/"

/**
 * « Mes patients » (ids and address recorded in June 2026): coming here resets the patient context. The
 * links carry a rank and no trait. Another DMP still open will ask for a confirmation in a later issue.
 */
export function myPatientsPages(people: readonly Person[]): readonly Page[] {
  const mine = people.filter((person) => person.mine && person.status === "Activé")
  return [
    { path: "/mespatients", get: () => redirect("/mespatients/raz") },
    {
      path: "/mespatients/raz",
      get: ({ session }) => {
        delete session.found
        delete session.chosen
        delete session.openDmp
        return page("Mes patients", list(mine))
      },
    },
    {
      path: `${openEvent}*`,
      get: ({ session, rest }) => {
        const person = /^\d{1,3}$/.test(rest) ? mine[Number(rest)] : undefined
        if (!person) return missing
        session.openDmp = person.matricule
        return redirect(dashboardAddress)
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
