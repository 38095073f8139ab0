import { errorSummary, type FieldError, textField } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { errorSentences } from "./error-sentences"
import { stepper } from "./stepper"

const title = "Mon code provisoire"
const field = "code-provisoire"

/** The code of 12 letters or digits. All wording is the official application's, save the notice. */
export const codePage: Page = {
  path: addresses.code,
  get: () => page(title, form("", [])),
  post: ({ form: posted }) => {
    const typed = (posted.get(field) ?? "").trim()
    if (/^[\dA-Za-z]{12}$/.test(typed)) return redirect(addresses.terms)
    const message = typed === "" ? errorSentences.codeMissing : errorSentences.codeFormat
    return refusedPage(title, form(typed, [{ field, message }]))
  },
}

function form(typed: string, errors: readonly FieldError[]): Html {
  return html`${stepper("Mon code")}
<h2>Mon code provisoire</h2>
${errorSummary(errors)}
<p class="notice">Imitation : aucun code n'a été envoyé. N'importe quelle suite de 12 lettres ou chiffres est acceptée, par exemple FICTIF123456.</p>
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
