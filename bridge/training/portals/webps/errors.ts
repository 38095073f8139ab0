import { html } from "../html"
import { type Answer, type Page, page } from "../page"
import { addresses } from "./addresses"

/** « Erreur générale non identifiée »: seen where signing in is started again on a live session. */
export function generalError(): Answer {
  const title = "Erreur générale non identifiée"
  return page(
    title,
    html`<h1>${title}</h1>
<p class="actions"><a class="button secondary" href="${addresses.signOut}">Se déconnecter</a> <a class="button" href="${addresses.myPatients}">Mes patients</a></p>`,
    500,
  )
}

/** What a form that posts itself gets when it is posted twice (recorded on `/index2.formjs`). */
export function forbidden(): Answer {
  const title = "État HTTP 403 — Interdit"
  return page(
    title,
    html`<h1>${title}</h1><p><a href="${addresses.search}">Identifier un patient</a></p>`,
    403,
  )
}

/** The sentence of the portal is not known: this one is that of Mon espace santé's official application. */
export const sessionExpiredPage: Page = {
  path: addresses.sessionExpired,
  get: () =>
    page(
      "Votre session a expiré",
      html`<h1>Votre session a expiré</h1>
<p class="notice">Ce qui n'était pas confirmé est perdu : aucun document n'a été ajouté.</p>
<p class="actions"><a class="button" href="${addresses.callback}">Se reconnecter</a></p>`,
    ),
}
