import { errorSummary, type FieldError, radioGroup } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { errorSentences } from "./error-sentences"
import { afterIdentity } from "./next-step"
import { stepper } from "./stepper"

const title = "Représentant légal"
const field = "representant"

/**
 * A minor's profile: who activates it certifies to be the legal representative. The declaration is the
 * official application's; the other answer is ours, so that the declaration is a choice.
 */
export const representativePage: Page = {
  path: addresses.representative,
  get: ({ session }) => page(title, form(session.activation?.who, "", [])),
  post: ({ form: posted, session }) => {
    const { activation } = session
    if (!activation) return redirect(addresses.sessionExpired)
    const answer = posted.get(field) ?? ""
    if (answer === "oui") {
      session.activation = { ...activation, represented: true }
      return redirect(afterIdentity(session.activation))
    }
    const message =
      answer === "non" ? errorSentences.representativeOnly : errorSentences.representativeMissing
    return refusedPage(title, form(activation.who, answer, [{ field, message }]))
  },
}

function form(who: string | undefined, chosen: string, errors: readonly FieldError[]): Html {
  return html`${stepper("Mon identité")}
<h2>Le profil d'un mineur</h2>
${errorSummary(errors)}
<form method="post" action="${addresses.representative}" autocomplete="off" novalidate>
${radioGroup({
  name: field,
  legend: "Le profil d'un mineur est activé par son représentant légal.",
  chosen,
  errors,
  choices: [
    { value: "oui", label: `Je certifie être le représentant légal de ${who ?? "…"}` },
    { value: "non", label: "Je ne suis pas son représentant légal" },
  ],
})}
<p class="actions"><a class="button secondary" href="${addresses.vitaleCard}">Retour</a> <button type="submit">Valider</button></p>
</form>`
}
