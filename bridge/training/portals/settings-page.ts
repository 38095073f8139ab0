import type { PortalId } from "../../../shared/hosts"
import { type Html, html } from "./html"
import { type Answer, type Page, page, redirect, refusedPage } from "./page"
import { forgetProgress } from "./session"
import { parseSwitches, type Switches, switchesOf } from "./switches"

export const settingsAddress = "/imitation/reglages"

const title = "Réglages du formateur"
const field = "reglage"

/** Where a trainer or a test switches failures on. No portal has such a page: it is the imitation's own. */
export const settingsPage = (portal: PortalId): Page => ({
  path: settingsAddress,
  get: ({ switches }) => page(title, form(portal, switches)),
  post: ({ form: posted, session, switches }): Answer => {
    if (posted.has("effacer")) {
      forgetProgress(session)
      delete session.switches
      delete session.filed
      return redirect(settingsAddress)
    }
    const asked = parseSwitches(portal, posted.getAll(field))
    if ("unknown" in asked) return refusedPage(title, form(portal, switches, unknownSwitch))
    if (asked.on.length > 0) session.switches = asked.on
    else delete session.switches
    return redirect(settingsAddress)
  },
})

const unknownSwitch = html`<div class="summary" role="alert"><p>Ce réglage n'existe pas sur ce portail. Rien n'a changé.</p></div>`

function form(portal: PortalId, on: Switches, notice?: Html): Html {
  return html`<h1>${title}</h1>
${notice}<p>Chaque réglage provoque un incident sur ce portail imité, pour ce navigateur seulement. Les réglages des autres portails se font sur les leurs.</p>
<form method="post" action="${settingsAddress}" autocomplete="off">
<fieldset>
<legend>Incidents à provoquer</legend>
${switchesOf(portal).map(
  ({ id, title: { fr, en } }) =>
    html`<div class="choice"><input type="checkbox" id="reglage-${id}" name="${field}" value="${id}" autocomplete="off"${
      on.has(id) && html` checked`
    }><label for="reglage-${id}">${fr} <span class="hint" lang="en">${en}</span></label></div>
`,
)}</fieldset>
<p class="actions"><button type="submit">Appliquer</button> <button type="submit" name="effacer" value="oui" class="secondary">Tout remettre à zéro</button></p>
<p class="hint">« Tout remettre à zéro » éteint les réglages et oublie ce qui a été fait : patient, documents, étapes.</p>
</form>
<p><a href="/">Retour à l'accueil du portail</a></p>`
}
