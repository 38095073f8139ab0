import { type Html, html } from "../html"
import { type Page, page, redirect } from "../page"
import { forgetProgress } from "../session"
import { addresses } from "./addresses"
import { forbidden, generalError } from "./errors"

/**
 * The pages between Pro Santé Connect and the portal, which post themselves (`#formJs`, `#submitFormJs`,
 * recorded in June 2026). Each form is good once: nobody and nothing must post it a second time.
 */
export const transitPages: readonly Page[] = [
  {
    path: addresses.callback,
    get: ({ session, switches }) => {
      if (switches.has("already-signed-in")) return generalError()
      forgetProgress(session)
      session.transit = "callback"
      return page("Connexion en cours", form(addresses.callbackForm))
    },
  },
  {
    path: addresses.callbackForm,
    post: ({ session }) => {
      if (session.transit !== "callback") return forbidden()
      session.transit = "index2"
      return redirect(addresses.index)
    },
  },
  { path: addresses.index, get: () => page("Connexion en cours", form(addresses.indexForm)) },
  {
    path: addresses.indexForm,
    post: ({ session }) => {
      if (session.transit !== "index2") return forbidden()
      delete session.transit
      return redirect(addresses.myPatients)
    },
  },
  {
    path: addresses.signOut,
    get: ({ session, linkTo }) => {
      forgetProgress(session)
      return redirect(linkTo("dmp", "/"))
    },
  },
]

/** The button is there for browsers without script. */
const form = (action: string): Html => html`<h1>Connexion en cours</h1>
<form id="formJs" method="post" action="${action}" data-posts-itself>
<p>Vous allez être redirigé vers le portail.</p>
<p class="actions"><button type="submit" id="submitFormJs">Continuer</button></p>
</form>`
