import { type Html, html } from "../html"

/** The four steps at the top of the activation (Fiche, step 5). Only the current one shows its number. */
const steps = ["Mon identité", "Mon code", "Activation", "Mon compte"] as const

export type Step = (typeof steps)[number]

export function stepper(current: Step): Html {
  const at = steps.indexOf(current)
  return html`<h1>Activer Mon espace santé</h1>
<p>Pour l'activer, suivez ces étapes :</p>
<ol class="stepper">${steps.map(
    (step, rank) =>
      html`<li class="${rank < at && "past"}"${rank === at && html` aria-current="step"`}>${
        rank === at && html`<span class="number">${rank + 1}</span> `
      }<span>${step}</span></li>`,
  )}</ol>`
}
