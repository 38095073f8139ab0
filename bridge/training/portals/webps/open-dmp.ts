import { html } from "../html"
import { type Answer, type Page, page, redirect, type Visit } from "../page"
import { addresses } from "./addresses"
import type { Person } from "./people"
import { type Register, statusOf } from "./register"
import { fullName, traits } from "./traits"

/** Opens a DMP, which is the only one open: where another still is, the practitioner must agree first. */
export function openDmp({ session, switches }: Visit, person: Person): Answer {
  if (statusOf(person, switches) !== "Activé") {
    session.found = [person.matricule]
    delete session.chosen
    return redirect(addresses.selection)
  }
  const other = session.openDmp !== undefined && session.openDmp !== person.matricule
  if (other || switches.has("other-dmp-open")) {
    session.wanted = person.matricule
    return redirect(addresses.otherDmp)
  }
  return enter(session, person.matricule)
}

/**
 * « Confirmation d'accès à un autre DMP » (heading, address and link recorded in June 2026; the sentence and
 * « Non » are ours). It shows the patient whose DMP would be opened, and names nobody else.
 */
export const otherDmpPages = (register: Register): readonly Page[] => [
  {
    path: addresses.otherDmp.replace(/1$/, "*"),
    get: ({ session }) => {
      const wanted = session.wanted === undefined ? null : register.byMatricule(session.wanted)
      return page(title, wanted ? confirmation(wanted, session.openDmp !== undefined) : nothingWanted)
    },
  },
  {
    path: addresses.confirmOpen,
    get: ({ session }) =>
      session.wanted === undefined ? redirect(addresses.otherDmp) : enter(session, session.wanted),
  },
]

const title = "Confirmation d'accès à un autre DMP"

function enter(session: Visit["session"], matricule: string): Answer {
  session.openDmp = matricule
  delete session.wanted
  delete session.draft
  return redirect(addresses.dashboard)
}

const confirmation = (person: Person, otherKnown: boolean) => html`<h1>${title}</h1>
<p>Un autre DMP est encore ouvert. Il sera fermé si vous accédez à celui de ${fullName(person)}.</p>
<section class="patient" aria-label="Patient">${traits(person)}</section>
<p>Voulez-vous accéder à ce DMP ?</p>
<p class="actions"><a class="button secondary" href="${otherKnown ? addresses.dashboard : addresses.myPatients}">Non</a> <a class="button" href="${addresses.confirmOpen}">Oui</a></p>`

const nothingWanted = html`<h1>${title}</h1>
<p class="notice">Aucun DMP n'a été demandé : <a href="${addresses.search}">identifiez d'abord un patient</a>.</p>`
