import type { CodedLabel } from "../../../../shared/nomenclatures/coded-label"
import { practiceSettings } from "../../../../shared/nomenclatures/practice-settings"
import { situations } from "../../../../shared/nomenclatures/situations"
import { selectField } from "../entry-fields"
import { errorSummary, type FieldError } from "../fields"
import { type Html, html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { addresses } from "./addresses"

const title = "Première connexion"
const event = `${addresses.firstConnection}.valider`

/**
 * « Sélectionnez la situation », « Sélectionnez le cadre d'exercice » (Fiche, step 3: words of its prose).
 * Both must be chosen, and nothing is chosen beforehand.
 */
export const firstConnectionPages: readonly Page[] = [
  {
    path: addresses.firstConnection,
    get: ({ session: { practice } }) =>
      page(title, form(practice?.situation ?? "", practice?.setting ?? "", [])),
  },
  {
    path: event,
    get: () => redirect(addresses.firstConnection),
    post: ({ form: posted, session }) => {
      const situation = posted.get("situation") ?? ""
      const setting = posted.get("cadre-exercice") ?? ""
      const errors: FieldError[] = [
        ...(among(situations, situation)
          ? []
          : [{ field: "situation", message: "Sélectionner la situation" }]),
        ...(among(practiceSettings, setting)
          ? []
          : [{ field: "cadre-exercice", message: "Sélectionner le cadre d'exercice" }]),
      ]
      if (errors.length > 0) return refusedPage(title, form(situation, setting, errors))
      session.practice = { situation, setting }
      return redirect(addresses.myPatients)
    },
  },
]

const among = (list: readonly CodedLabel[], code: string) => list.some(([known]) => known === code)
const options = (list: readonly CodedLabel[]) => [
  { options: list.map(([value, label]) => ({ value, label })) },
]

function form(situation: string, setting: string, errors: readonly FieldError[]): Html {
  return html`<h1>${title}</h1>
${errorSummary(errors)}
<p>Ces choix s'appliquent aux documents que vous ajoutez. Vous pourrez les changer.</p>
<form method="post" action="${event}" autocomplete="off" novalidate>
${selectField({
  id: "situation",
  label: "Sélectionnez la situation",
  prompt: "Choisir une situation",
  chosen: situation,
  errors,
  groups: options(situations),
})}
${selectField({
  id: "cadre-exercice",
  label: "Sélectionnez le cadre d'exercice",
  prompt: "Choisir un cadre d'exercice",
  chosen: setting,
  errors,
  groups: options(practiceSettings),
})}
<p class="actions"><button type="submit">Valider</button></p>
</form>`
}
