import { errorSummary, type FieldError, textField } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { checkBirthDate } from "./check-birth-date"
import { stepper } from "./stepper"

const title = "Mon identité"
const field = "date-naissance"

/** First step of the identity (Fiche, step 5). The date stays in the session for the card page. */
export const birthDatePage = (now: () => number): Page => ({
  path: addresses.birthDate,
  get: () => page(title, form("", [])),
  post: ({ form: posted, session }) => {
    const typed = posted.get(field) ?? ""
    const checked = checkBirthDate(typed, now())
    if ("error" in checked) return refusedPage(title, form(typed, [{ field, message: checked.error }]))
    session.birthDate = checked.birthDate
    delete session.activation
    return redirect(addresses.vitaleCard)
  },
})

function form(typed: string, errors: readonly FieldError[]): Html {
  return html`${stepper("Mon identité")}
<h2>Mon identité</h2>
<h3>Je renseigne la date de naissance</h3>
${errorSummary(errors)}
<ul class="plain">
<li>Si la demande me concerne, je saisis ma date de naissance.</li>
<li>Si cela concerne mon enfant, j'indique sa date de naissance.</li>
</ul>
<form method="post" action="${addresses.birthDate}" autocomplete="off" novalidate>
${textField({ id: field, label: "La date de naissance (jj/MM/AAAA)", value: typed, errors, maxLength: 10 })}
<p class="actions"><button type="submit">Continuer</button></p>
</form>`
}
