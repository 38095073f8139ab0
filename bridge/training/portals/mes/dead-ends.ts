import { type Html, html } from "../html"
import { type Page, page } from "../page"
import { addresses } from "./addresses"
import { type Step, stepper } from "./stepper"

/**
 * Where an activation stops. The headings are the official application's; what is said under them is ours,
 * after its rules. Each has its own address, so that a trainer can show it without playing the failure.
 */
export const deadEnds: readonly Page[] = [
  deadEnd({
    path: addresses.contactsUnknown,
    step: "Mon code",
    heading: "Nous avons besoin de vos coordonnées",
    text: html`<p>L'Assurance Maladie ne connaît ni le mail ni le téléphone de cette personne : aucun code ne peut lui être envoyé.</p>
<p>Elle les met à jour auprès de sa caisse, puis recommence l'activation.</p>`,
    actions: toHome,
  }),
  deadEnd({
    path: addresses.codeExpired,
    step: "Mon code",
    heading: "Votre code provisoire a expiré",
    text: html`<p>Demandez un nouveau code : l'ancien ne peut plus servir.</p>`,
    actions: toNewCode,
  }),
  deadEnd({
    path: addresses.codeUsed,
    step: "Mon code",
    heading: "Votre code provisoire a déjà été utilisé",
    text: html`<p>Un code ne sert qu'une fois. Demandez-en un nouveau.</p>`,
    actions: toNewCode,
  }),
  deadEnd({
    path: addresses.alreadyActivated,
    step: "Mon identité",
    heading: "Un profil a déjà été créé pour cette personne.",
    text: html`<p>Il n'y a rien à activer : la personne se connecte avec son identifiant et son mot de passe.</p>`,
    actions: toHome,
  }),
  deadEnd({
    path: addresses.notActivatable,
    step: "Mon identité",
    heading: "Ce profil ne peut pas être activé",
    text: html`<p>La personne s'adresse à sa caisse d'assurance maladie.</p>`,
    actions: toHome,
  }),
  deadEnd({
    path: addresses.sessionExpired,
    step: null,
    heading: "Votre session a expiré",
    text: html`<p>Ce qui a été saisi est oublié : l'activation est à reprendre au début.</p>`,
    actions: () => html`<a class="button" href="${addresses.start}">Reprendre l'activation</a>`,
  }),
]

type DeadEnd = { path: string; step: Step | null; heading: string; text: Html; actions: () => Html }

function deadEnd({ path, step, heading, text, actions }: DeadEnd): Page {
  const body = html`${step ? html`${stepper(step)}<h2>${heading}</h2>` : html`<h1>${heading}</h1>`}
<div class="notice">${text}</div>
<p class="actions">${actions()}</p>`
  return { path, get: () => page(heading, body) }
}

function toHome(): Html {
  return html`<a class="button secondary" href="/">Revenir à l'accueil</a>`
}

function toNewCode(): Html {
  return html`<a class="button" href="${addresses.delivery}">Recevoir un nouveau code</a>`
}
