import { errorSummary, type FieldError, radioGroup } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { errorSentences } from "./error-sentences"
import { reachable } from "./next-step"
import { stepper } from "./stepper"

const title = "Mon code – mode d'envoi"
const field = "mode-envoi"

/**
 * How the code is sent (Fiche, step 6). « Mail » and « SMS » are the Fiche's words; the heading, the
 * sentence and « Envoyer le code » are the official application's. Nothing is ever sent.
 */
export const deliveryPage: Page = {
  path: addresses.delivery,
  get: () => page(title, form([])),
  post: ({ form: posted, session }) => {
    if (!["mail", "sms"].includes(posted.get(field) ?? ""))
      return refusedPage(title, form([{ field, message: errorSentences.deliveryMissing }]))
    if (!reachable(session.activation)) return redirect(addresses.sessionExpired)
    // A new code takes the place of the one before, used or not.
    session.activation = { ...session.activation, codeGiven: false }
    return redirect(addresses.code)
  },
}

function form(errors: readonly FieldError[]): Html {
  return html`${stepper("Mon code")}
<h2>Mes coordonnées</h2>
${errorSummary(errors)}
<form method="post" action="${addresses.delivery}" autocomplete="off" novalidate>
${radioGroup({
  name: field,
  legend: "Je choisis le mode de réception du code provisoire pour confirmer mon identité.",
  chosen: "",
  errors,
  choices: [
    { value: "mail", label: "Mail" },
    { value: "sms", label: "SMS" },
  ],
})}
<p><a href="${addresses.contactsUnknown}">Mes coordonnées sont incorrectes ?</a></p>
<p class="actions"><a class="button secondary" href="${addresses.vitaleCard}">Retour</a> <button type="submit">Envoyer le code</button></p>
</form>`
}
