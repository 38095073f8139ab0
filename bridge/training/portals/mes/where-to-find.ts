import { type Content, type Html, html } from "../html"
import { cardFields } from "./check-vitale-card"

/**
 * A link that opens its explanation below it (`:target`, so no script is needed). The links are the
 * Fiche's; the explanations are ours, after the rules of the official application.
 */
function explanation(question: string, id: string, backTo: string, text: Content): Html {
  return html`<p><a href="#${id}">${question}</a></p>
<div class="explanation" id="${id}" tabindex="-1">${text}<p><a href="#${backTo}">Fermer l'explication</a></p></div>`
}

export const whereToFindNir = explanation(
  "Où trouver mon numéro de sécurité sociale ?",
  "ou-trouver-numero",
  cardFields.nir,
  html`<p>Il est imprimé sur le devant de la carte Vitale, sous le nom : 15 caractères, dont une clé de 2 chiffres.</p>
<p>Pour un enfant, c'est le numéro de l'assuré qui a reçu le courrier ou le mail.</p>`,
)

export const whereToFindSerial = explanation(
  "Où trouver mon numéro de série ?",
  "ou-trouver-serie",
  cardFields.serial,
  html`<p>Carte avec photo : en haut à droite, les 11 chiffres qui suivent 8025000002.</p>
<p>Carte sans photo : au dos, en haut à gauche, de 8 à 13 chiffres.</p>`,
)
