import { html } from "./html"
import { type Page, page } from "./page"

/** A page that the real portal has and that the imitation only names. */
export const notImitated = (path: string, title: string, backTo: string): Page => ({
  path,
  get: () =>
    page(
      title,
      html`<h1>${title}</h1>
<p class="notice">Cette page n'est pas imitée : aucun des deux parcours ne s'en sert.</p>
<p class="actions"><a class="button secondary" href="${backTo}">Retour</a></p>`,
    ),
})
