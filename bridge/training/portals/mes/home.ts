import { html } from "../html"
import { type Page, page } from "../page"
import { addresses } from "./addresses"

/** Public home page. Words of the Fiche, step 4. */
export const homePage: Page = {
  path: "/",
  get: () =>
    page(
      "Accueil",
      html`<section class="hero">
<p class="over">Le service public pour gérer sa santé</p>
<h1>Vous avez la main sur votre santé</h1>
<p>Mon espace santé vous permet de stocker et partager vos documents et données de santé en toute confidentialité.</p>
<p class="actions"><a class="button" href="${addresses.start}">Activer Mon espace santé</a></p>
</section>`,
    ),
}
