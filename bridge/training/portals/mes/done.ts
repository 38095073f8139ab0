import { html } from "../html"
import { type Page, page } from "../page"
import { addresses } from "./addresses"
import { stepper } from "./stepper"

/** The end. The heading is the official application's; « Connexion » is not imitated. */
export const donePage: Page = {
  path: addresses.done,
  get: ({ linkTo, session }) =>
    page(
      "Profil activé",
      html`${stepper("Mon compte")}
<h2>Mon profil a bien été activé !</h2>
${session.activation?.accountMade && html`<p>Profil de ${session.activation.who}</p>`}
<p class="notice">Imitation : rien n'a été créé, et la connexion au profil n'est pas imitée.</p>
<p class="actions"><a class="button secondary" href="/">Revenir à l'accueil</a> <a class="button" href="${linkTo("dmp", "/")}">Aller sur dmp.fr</a></p>`,
    ),
}
