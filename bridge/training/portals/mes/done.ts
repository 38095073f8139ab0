import { html } from "../html"
import { type Page, page } from "../page"
import { addresses } from "./addresses"
import { stepper } from "./stepper"

/** The end. The heading is the official application's; the password page before it is not imitated. */
export const donePage: Page = {
  path: addresses.done,
  get: ({ linkTo }) =>
    page(
      "Profil activé",
      html`${stepper("Mon compte")}
<h2>Mon profil a bien été activé !</h2>
<p class="notice">Imitation : le choix de l'identifiant et du mot de passe n'est pas imité. Rien n'a été créé.</p>
<p class="actions"><a class="button secondary" href="/">Revenir à l'accueil</a> <a class="button" href="${linkTo("dmp", "/")}">Aller sur dmp.fr</a></p>`,
    ),
}
