import { errorSummary, type FieldError, textField } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { checkCode, failingCodes } from "./check-code"
import { reachable } from "./next-step"
import { stepper } from "./stepper"

const title = "Mon code provisoire"
const field = "code-provisoire"

/**
 * The code of 12 letters or digits. All wording is the official application's, save the notice. A code
 * that was taken once is used: going back and sending it again says so, until a new one is asked for.
 */
export const codePage: Page = {
  path: addresses.code,
  get: () => page(title, form("", [])),
  post: ({ form: posted, session, switches }) => {
    const typed = posted.get(field) ?? ""
    const checked = checkCode(typed)
    if (checked.result === "wrong")
      return refusedPage(title, form(typed, [{ field, message: checked.message }]))
    if (!reachable(session.activation)) return redirect(addresses.sessionExpired)
    if (switches.has("code-expired") || checked.result === "expired") return redirect(addresses.codeExpired)
    if (switches.has("code-used") || checked.result === "used" || session.activation.codeGiven)
      return redirect(addresses.codeUsed)
    session.activation = { ...session.activation, codeGiven: true }
    return redirect(addresses.terms)
  },
}

function form(typed: string, errors: readonly FieldError[]): Html {
  return html`${stepper("Mon code")}
<h2>Mon code provisoire</h2>
${errorSummary(errors)}
<p class="notice">Imitation : aucun code n'a été envoyé. N'importe quelle suite de 12 lettres ou chiffres est acceptée, par exemple FICTIF123456 ; ${failingCodes.wrong} est faux, ${failingCodes.expired} a expiré, ${failingCodes.used} a déjà été utilisé.</p>
<form method="post" action="${addresses.code}" autocomplete="off" novalidate>
${textField({
  id: field,
  label: "Saisir le code provisoire à 12 caractères",
  value: typed,
  errors,
  counter: 12,
  after: html`<p><a href="${addresses.delivery}">Je n’ai pas de code provisoire</a></p>`,
})}
<p class="actions"><a class="button secondary" href="${addresses.delivery}">Retour</a> <button type="submit">Valider</button></p>
</form>`
}
