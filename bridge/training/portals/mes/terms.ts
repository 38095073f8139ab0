import { checkbox, errorSummary, type FieldError } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { errorSentences } from "./error-sentences"
import { stepper } from "./stepper"

const title = "Conditions générales d'utilisation"
const field = "acceptation"

/** The terms (Fiche, step 7), in the official application's words: the Fiche describes the act alone. */
export const termsPage: Page = {
  path: addresses.terms,
  get: () => page(title, form([])),
  post: ({ form: posted, session }) => {
    if (posted.get(field) !== "oui")
      return refusedPage(title, form([{ field, message: errorSentences.termsMissing }]))
    if (!session.activation?.codeGiven) return redirect(addresses.sessionExpired)
    session.activation = { ...session.activation, termsAccepted: true }
    return redirect(addresses.account)
  },
}

function form(errors: readonly FieldError[]): Html {
  return html`${stepper("Activation")}
<h2>J'active Mon espace santé.</h2>
${errorSummary(errors)}
<form method="post" action="${addresses.terms}" autocomplete="off" novalidate>
${checkbox(
  field,
  "J'accepte les Conditions Générales d’Utilisation et la Politique de protection des données personnelles.",
  errors,
)}
<p><a href="${addresses.legalTerms}">En savoir plus sur les Conditions Générales d’Utilisation</a></p>
<p><a href="${addresses.legalData}">En savoir plus sur la Politique de protection des données personnelles</a></p>
<p class="actions"><a class="button secondary" href="${addresses.code}">Retour</a> <button type="submit">Valider</button></p>
</form>`
}
