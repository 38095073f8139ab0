import { html } from "../html"
import { type Page, page } from "../page"
import { addresses } from "./addresses"

/** Where the activation begins. « Commencer » is the web portal's (numerama, February 2022); the list is ours. */
export const startPage: Page = {
  path: addresses.start,
  get: () =>
    page(
      "Activer Mon espace santé",
      html`<h1>Activer Mon espace santé</h1>
<p>À avoir sous la main :</p>
<ul><li>la carte Vitale ;</li><li>un téléphone ou une messagerie : un code y est envoyé par mail ou SMS.</li></ul>
<p class="actions"><a class="button secondary" href="/">Retour</a> <a class="button" href="${addresses.birthDate}">Commencer</a></p>`,
    ),
}
