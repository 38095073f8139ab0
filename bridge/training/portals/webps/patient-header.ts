import { type Html, html } from "../html"
import { type Answer, type Page, page, type Visit } from "../page"
import { addresses } from "./addresses"
import type { Person } from "./people"
import type { Register } from "./register"
import { traits } from "./traits"

/** Who the open DMP is about, on every page of it. `#closeDMPLink` was recorded, its wording was not. */
export const patientHeader = (person: Person): Html =>
  html`<section class="patient" aria-label="Patient">${traits(person)}
<p><a id="closeDMPLink" href="${addresses.myPatients}">Fermer le DMP</a></p></section>`

export const noDmpNotice = html`<p class="notice">Aucun DMP n'est ouvert : <a href="${addresses.search}">identifiez d'abord un patient</a>.</p>`

export const personOfOpenDmp = (register: Register, { session }: Visit): Person | null =>
  session.openDmp === undefined ? null : register.byMatricule(session.openDmp)

/** A page of an open DMP; where none is open, the page says so. */
export const dmpPage = (
  register: Register,
  title: string,
  body: (person: Person, visit: Visit) => Html,
): NonNullable<Page["get"]> => {
  return (visit): Answer => {
    const person = personOfOpenDmp(register, visit)
    if (!person) return page(title, html`<h1>${title}</h1>${noDmpNotice}`)
    return page(title, html`<h1>${title}</h1>${patientHeader(person)}${body(person, visit)}`)
  }
}
