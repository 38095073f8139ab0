import { errorSummary, type FieldError, radioGroup } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { errorSentences } from "./error-sentences"
import { afterIdentity } from "./next-step"
import { stepper } from "./stepper"

const title = "Choix du profil"
const field = "profil"

/** Two people of one birth date on one card: the official application asks which one. Never preselected. */
export const twinsPage: Page = {
  path: addresses.twins,
  get: ({ session }) => page(title, form(session.activation?.twins ?? [], [])),
  post: ({ form: posted, session }) => {
    const twins = session.activation?.twins
    if (!session.activation || !twins) return redirect(addresses.sessionExpired)
    const who = twins[Number(posted.get(field) || "0") - 1]
    if (who === undefined)
      return refusedPage(title, form(twins, [{ field, message: errorSentences.twinMissing }]))
    const { twins: _asked, ...activation } = session.activation
    session.activation = { ...activation, who }
    return redirect(afterIdentity(session.activation))
  },
}

function form(twins: readonly string[], errors: readonly FieldError[]): Html {
  return html`${stepper("Mon identité")}
<h2>Je choisis pour qui j’active le profil</h2>
${errorSummary(errors)}
<form method="post" action="${addresses.twins}" autocomplete="off" novalidate>
${radioGroup({
  name: field,
  legend: "Plusieurs personnes ont cette date de naissance.",
  chosen: "",
  errors,
  choices: twins.map((who, rank) => ({ value: String(rank + 1), label: who })),
})}
<p class="actions"><a class="button secondary" href="${addresses.vitaleCard}">Retour</a> <button type="submit">Valider</button></p>
</form>`
}
