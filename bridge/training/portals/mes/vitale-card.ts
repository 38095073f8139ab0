import { compactNir } from "../../../../shared/identity/nir"
import { errorSummary, type FieldError, radioGroup, textField } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"
import { cardFields, checkVitaleCard, type VitaleCardForm } from "./check-vitale-card"
import { errorSentences } from "./error-sentences"
import { insured } from "./insured"
import { afterIdentity, beginActivation } from "./next-step"
import { stepper } from "./stepper"
import { whereToFindNir, whereToFindSerial } from "./where-to-find"

const title = "Mon identité"

/** Second step of the identity (Fiche, step 5): the card, then the person is looked for among the insured. */
export const vitaleCardPage = (now: () => number): Page => ({
  path: addresses.vitaleCard,
  get: () => page(title, form({ cardKind: "", nir: "", serial: "" }, [])),
  post: ({ form: posted, session, switches }) => {
    const typed = {
      cardKind: posted.get(cardFields.cardKind) ?? "",
      nir: posted.get(cardFields.nir) ?? "",
      serial: posted.get(cardFields.serial) ?? "",
    }
    const errors = checkVitaleCard(typed)
    if (errors.length > 0) return refusedPage(title, form(typed, errors))
    if (session.birthDate === undefined) return refusedPage(title, form(typed, [], noBirthDate))

    const nir = compactNir(typed.nir)
    const [first, ...others] = insured.filter((one) => one.nir === nir && one.birthDate === session.birthDate)
    if (!first || switches.has("refused-form")) return refusedPage(title, form(typed, [], notIdentified))
    const begun = beginActivation([first, ...others], switches, now())
    if ("stopsAt" in begun) return redirect(begun.stopsAt)
    session.activation = begun
    return redirect(afterIdentity(begun))
  },
})

const notIdentified = html`<div class="summary" role="alert" tabindex="-1" autofocus>
<p><strong>${errorSentences.notIdentified}</strong></p>
</div>`

/** Only who opened this page directly sees this: the step before was not done. */
const noBirthDate = html`<div class="summary" role="alert" tabindex="-1" autofocus>
<p><strong>${errorSentences.birthDateMissing}</strong></p>
<p><a href="${addresses.birthDate}">Revenir à l'étape de la date de naissance</a></p>
</div>`

function form(typed: VitaleCardForm, errors: readonly FieldError[], notice?: Html): Html {
  return html`${stepper("Mon identité")}
<h2>Mon identité</h2>
<h3>Je renseigne les informations de ma carte Vitale</h3>
${notice}${errorSummary(errors)}
<p>Tous les champs sont obligatoires.</p>
<form method="post" action="${addresses.vitaleCard}" autocomplete="off" novalidate>
${radioGroup({
  name: cardFields.cardKind,
  // The official application's sentence; the web page's legend, if any, is not known.
  legend: "Je renseigne le modèle de ma carte Vitale.",
  chosen: typed.cardKind,
  errors,
  choices: [
    { value: "sans-photo", label: "Carte Vitale sans photo", counterLimit: 13 },
    { value: "avec-photo", label: "Carte Vitale avec photo", counterLimit: 11 },
  ],
})}
${textField({
  id: cardFields.nir,
  label: "Mon numéro de sécurité sociale",
  hint: "Ex. : 1 55 12 55 555 555 55",
  value: typed.nir,
  errors,
  counter: 15,
  maxLength: 21,
  after: whereToFindNir,
})}
${textField({
  id: cardFields.serial,
  label: "Mon numéro de série",
  hint: "Ex. : 0102457612 4",
  value: typed.serial,
  errors,
  counter: typed.cardKind === "sans-photo" ? 13 : 11,
  counterFollows: cardFields.cardKind,
  maxLength: 15,
  numeric: true,
  after: whereToFindSerial,
})}
<p class="actions"><a class="button secondary" href="${addresses.birthDate}">Retour</a> <button type="submit">Continuer</button></p>
</form>`
}
