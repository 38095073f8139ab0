import type { PortalId } from "../../../shared/hosts"
import { type Content, type Html, html } from "./html"
import { settingsAddress } from "./settings-page"
import { type Switches, switchesOf } from "./switches"

/** How each portal names itself. Text only: the State's logos and typefaces are not imitated. */
export const portalNames: Record<
  PortalId,
  { name: string; about: string; nav: readonly [string, string][] }
> = {
  mes: { name: "Mon espace santé", about: "Espace du patient", nav: [] },
  dmp: { name: "dmp.fr", about: "Dossier médical partagé", nav: [] },
  webps: {
    name: "DMP – Web PS",
    about: "Espace des professionnels de santé",
    nav: [
      ["Mes patients", "/mespatients/raz"],
      ["Identifier un patient", "/rechercherpatient"],
      ["Se déconnecter", "/deconnexion"],
    ],
  },
}

/**
 * Every page goes through here, so none can be shown without the mark: an imitation must never be
 * taken for the State's portal, on a projector, in a screenshot or in a window title.
 */
export function layout(portal: PortalId, title: string, body: Content, switches: Switches): Html {
  const { name, about, nav } = portalNames[portal]
  const on = switchesOf(portal).filter((it) => switches.has(it.id))
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>FICTIF – ${title} – ${name}</title>
<link rel="icon" href="/imitation/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/imitation/style.css">
<script src="/imitation/script.js" defer></script>
</head>
<body class="portal-${portal}">
<aside class="mark" aria-label="Page fictive"><strong>FICTIF — imitation pour la formation</strong> <span>Personnes inventées, aucun envoi, aucun lien avec le portail officiel.</span> <a href="${settingsAddress}">Réglages</a>${
    on.length > 0 &&
    html`<p class="switches">Incidents provoqués : ${on.map((it) => it.title.fr).join(" · ")}</p>`
  }</aside>
<header class="banner">
<a class="home" href="/">${name}</a> <span class="about">${about}</span>
${
  nav.length > 0 &&
  html`<nav aria-label="Menu principal"><ul>${nav.map(
    ([label, path]) => html`<li><a href="${path}">${label}</a></li>`,
  )}</ul></nav>`
}
</header>
<main>
${body}
</main>
</body>
</html>
`
}
