import { checkbox, errorSummary, type FieldError } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage, type Visit } from "../page"
import type { Session } from "../session"
import { addresses } from "./addresses"
import { openDmp } from "./open-dmp"
import type { DmpStatus, Person } from "./people"
import { type Register, statusOf } from "./register"
import { fullName, traits } from "./traits"

/** The real address is not public; these are ours. */
const selectionAddress = addresses.selection
const chooseEvent = `${selectionAddress}.choisir`
const openEvent = `${selectionAddress}.accederdmp`

const title = "Sélection du patient"
const field = "autorisation"

/**
 * Selecting the patient (Fiche, steps 5 and 6): traits, status, authorisation, « Accéder au DMP ».
 * Several results are listed and none is chosen beforehand.
 */
export const selectionPages = (register: Register): readonly Page[] => [
  { path: selectionAddress, get: (visit) => page(title, selection(register, visit, [])) },
  {
    path: chooseEvent,
    get: () => redirect(selectionAddress),
    post: ({ form, session }) => {
      const chosen = session.found?.[Number(form.get("rang") ?? "0") - 1]
      if (chosen !== undefined) session.chosen = chosen
      return redirect(selectionAddress)
    },
  },
  {
    path: openEvent,
    get: () => redirect(selectionAddress),
    post: (visit) => {
      const person = shownPerson(register, visit.session)
      // Another tab may have searched meanwhile: only the patient that the form showed is opened.
      const active = person && statusOf(person, visit.switches) === "Activé"
      if (!active || visit.form.get("patient") !== person.matricule) return redirect(selectionAddress)
      if (visit.form.get(field) !== "oui")
        return refusedPage(title, selection(register, visit, [{ field, message: authorisationMissing }]))
      return openDmp(visit, person)
    },
  },
]

const authorisationMissing = "Cocher l'autorisation du patient pour accéder à son DMP"

/** The only result, or the one that the professional chose among several. */
function shownPerson(register: Register, { found = [], chosen }: Session): Person | null {
  const matricule = chosen ?? (found.length === 1 ? found[0] : undefined)
  return matricule === undefined ? null : register.byMatricule(matricule)
}

function selection(register: Register, visit: Visit, errors: readonly FieldError[]): Html {
  const { session, switches, linkTo } = visit
  const person = shownPerson(register, session)
  const found = (session.found ?? []).flatMap((matricule) => register.byMatricule(matricule) ?? [])
  return html`<h1>${title}</h1>
${errorSummary(errors)}
${person ? onePerson(person, statusOf(person, switches), errors, linkTo("mes", "/")) : found.length > 0 ? severalPeople(found) : nobodySelected}
<p><a href="/rechercherpatient">Nouvelle recherche</a></p>`
}

const nobodySelected = html`<p class="notice">Aucun patient n'est sélectionné : commencez par une recherche.</p>`

function onePerson(person: Person, status: DmpStatus, errors: readonly FieldError[], mesHome: string): Html {
  return html`<section class="zone" aria-labelledby="patient">
<h2 id="patient">${fullName(person)}</h2>
<p>Vérifiez les traits d'identité avec votre patient.</p>
${traits(person)}
<p class="status">Statut du DMP : <strong class="${statusClass[status]}">${status}</strong></p>
${status === "Activé" ? accessForm(person, errors) : noAccess(mesHome)}
</section>`
}

const statusClass: Record<DmpStatus, string> = { Activé: "open", Inexistant: "none", Fermé: "closed" }

/** The authorisation is an explicit act of the professional (EX_0.3-1010): never ticked beforehand. */
function accessForm(person: Person, errors: readonly FieldError[]): Html {
  return html`<form method="post" action="${openEvent}" autocomplete="off" novalidate>
<input type="hidden" name="patient" value="${person.matricule}">
${checkbox(field, "Mon patient m'autorise à accéder à son DMP", errors)}
<p class="actions"><button type="submit">Accéder au DMP</button></p>
</form>`
}

const noAccess = (mesHome: string) => html`<p class="notice">Pour activer le DMP de votre patient,
rendez-vous sur <a href="${mesHome}">Mon espace santé</a>.</p>`

function severalPeople(found: readonly Person[]): Html {
  return html`<p>${found.length} patients correspondent à votre recherche. Comparez tous les traits avant de choisir.</p>
${found.map(
  (person, rank) => html`<div class="zone">
<h2 id="patient-${rank + 1}">${fullName(person)}</h2>
${traits(person)}
<form method="post" action="${chooseEvent}"><p class="actions"><button type="submit" name="rang" value="${rank + 1}" aria-describedby="patient-${rank + 1}">Sélectionner ce patient</button></p></form>
</div>
`,
)}`
}
