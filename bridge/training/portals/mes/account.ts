import { errorSummary, type FieldError, textField } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { accountFields, checkAccount } from "./check-account"
import { stepper } from "./stepper"

const title = "Identifiant et mot de passe"

/**
 * The account (the official application's words; the identifier's own label is ours). What is typed as a
 * password is checked, and neither kept nor sent back.
 */
export const accountPage: Page = {
  path: addresses.account,
  get: () => page(title, form("", [])),
  post: ({ form: posted, session }) => {
    if (!session.activation?.termsAccepted) return redirect(addresses.sessionExpired)
    const identifier = posted.get(accountFields.identifier) ?? ""
    const errors = checkAccount({
      identifier,
      password: posted.get(accountFields.password) ?? "",
      again: posted.get(accountFields.again) ?? "",
    })
    if (errors.length > 0) return refusedPage(title, form(identifier, errors))
    session.activation = { ...session.activation, accountMade: true }
    return redirect(addresses.done)
  },
}

function form(identifier: string, errors: readonly FieldError[]): Html {
  return html`${stepper("Mon compte")}
<h2>Identifiant et mot de passe</h2>
<p>Ils me permettront de me connecter à mon profil.</p>
${errorSummary(errors)}
<p class="notice">Imitation : n'écrivez pas un vrai mot de passe. Rien n'est gardé. Par exemple : Fictif-2026.</p>
<form method="post" action="${addresses.account}" autocomplete="off" novalidate>
${textField({
  id: accountFields.identifier,
  label: "Mon identifiant",
  value: identifier,
  errors,
  maxLength: 50,
  after: html`<p><a href="#choisir-identifiant">Comment choisir mon identifiant ?</a></p>
<div class="explanation" id="choisir-identifiant" tabindex="-1"><p>De 6 à 50 lettres, chiffres, points ou tirets, faciles à retenir.</p></div>`,
})}
${textField({
  id: accountFields.password,
  label: "Choisir mon mot de passe",
  hint: "Au moins 9 caractères, dont une minuscule, une majuscule, un chiffre et un caractère spécial.",
  errors,
  secret: true,
})}
${textField({ id: accountFields.again, label: "Confirmer le mot de passe", errors, secret: true })}
<p class="actions"><a class="button secondary" href="${addresses.terms}">Retour</a> <button type="submit">Valider</button></p>
</form>`
}
