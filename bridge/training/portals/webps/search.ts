import { html } from "../html"
import { type Answer, type Page, page, redirect, refusedPage } from "../page"
import type { Session } from "../session"
import { addresses } from "./addresses"
import { checkCriteria, checkMatricule, searchFields } from "./check-search"
import type { Person } from "./people"
import type { Register } from "./register"
import { searchEvents, searchPage, searchTitle } from "./search-page"

/** What each zone of the search page does. Results go to the session: no trait is ever in an address. */
export const searchPages = (register: Register): readonly Page[] => [
  { path: addresses.search, get: () => page(searchTitle, searchPage({})) },
  {
    path: searchEvents.vitale,
    get: () => redirect(addresses.search),
    post: () => page(searchTitle, searchPage({ notice: portalReadsNoCard })),
  },
  {
    path: searchEvents.matricule,
    get: () => redirect(addresses.search),
    post: ({ form, session, switches }) => {
      forgetSelection(session)
      const typed = form.get(searchFields.matricule) ?? ""
      const checked = checkMatricule(typed)
      if ("errors" in checked)
        return refusedPage(searchTitle, searchPage({ matricule: typed, errors: checked.errors }))
      const found = switches.has("not-found") ? null : register.byMatricule(checked.matricule)
      if (found) return select(session, [found])
      return page(searchTitle, searchPage({ matricule: typed, notice: nobody }))
    },
  },
  {
    path: searchEvents.criteria,
    get: () => redirect(addresses.search),
    post: ({ form, session, switches }) => {
      forgetSelection(session)
      if (form.has("effacer")) return redirect(addresses.search)
      const criteria = {
        name: form.get(searchFields.name) ?? "",
        firstName: form.get(searchFields.firstName) ?? "",
        birthYear: form.get(searchFields.birthYear) ?? "",
      }
      const errors = checkCriteria(criteria)
      if (errors.length > 0) return refusedPage(searchTitle, searchPage({ criteria, errors }))
      const among = form.get("parmi") === "tous" ? "all" : "mine"
      const asked = { ...criteria, birthYear: criteria.birthYear.trim() }
      const found = register.byCriteria(asked, among, switches)
      if (found.length > 0) return select(session, found)
      return page(searchTitle, searchPage({ criteria, notice: nobody }))
    },
  },
]

function select(session: Session, found: readonly Person[]): Answer {
  session.found = found.map((person) => person.matricule)
  return redirect(addresses.selection)
}

/** A new search, even one that fails, must never leave the patient of the last one on the next page. */
function forgetSelection(session: Session): void {
  delete session.found
  delete session.chosen
}

const nobody = html`<p><strong>Aucun patient ne correspond à votre recherche.</strong></p>`

const portalReadsNoCard = html`<p><strong>La lecture de la carte par le portail n'est pas imitée.</strong></p>
<p>Sur le vrai portail, ce bouton lit la carte Vitale avec les composants de l'Assurance Maladie. Ici, utilisez le matricule INS ou les critères d'identité.</p>`
