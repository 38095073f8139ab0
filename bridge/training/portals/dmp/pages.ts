import { html } from "../html"
import { type Page, page } from "../page"

/** dmp.fr, the shop window: home, way of signing in, and the place of Pro Santé Connect. */
const homePage: Page = {
  path: "/",
  get: () =>
    page(
      "Accueil",
      html`<section class="hero">
<h1>Le dossier médical partagé</h1>
<h2>Professionnel de santé</h2>
<p>Consultez et alimentez le DMP de vos patients.</p>
<p class="actions"><a class="button" href="/acces-dmp">Accès DMP</a></p>
</section>`,
    ),
}

/** The two button texts are the portal's (recorded June 2026); the addresses and the rest are ours. */
const accessPage: Page = {
  path: "/acces-dmp",
  get: () =>
    page(
      "Accès DMP",
      html`<h1>Accès DMP</h1>
<p>Connectez-vous avec votre carte CPS ou l'application e-CPS.</p>
<p class="actions"><a class="button" href="/connexion">PRO SANTÉ CONNECT</a></p>`,
    ),
}

/** Signing in is never imitated: nobody should get used to giving a code to a look-alike. */
const signInPage: Page = {
  path: "/connexion",
  get: ({ linkTo }) =>
    page(
      "Connexion",
      html`<h1>Connexion</h1>
<p class="notice">Ici se trouve la connexion Pro Santé Connect (non imitée).</p>
<p class="actions"><a class="button secondary" href="/acces-dmp">Retour</a> <a class="button" href="${linkTo("webps", "/callbackoidc")}">Continuer</a></p>`,
    ),
}

export const dmpPages: readonly Page[] = [homePage, accessPage, signInPage]
