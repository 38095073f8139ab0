import { type Html, html } from "./html"

/** What can be wrong with a request, and what the visitor reads. The wording is ours. */
export const refusals = {
  "unknown-page": refusal(404, "Page introuvable", "Cette page n'existe pas dans l'imitation."),
  method: refusal(405, "Demande refusée", "Cette adresse ne répond pas à cette sorte de demande."),
  "other-origin": refusal(403, "Demande refusée", "Ce formulaire a été envoyé depuis un autre site."),
  "too-large": refusal(413, "Demande trop grande", "Le formulaire dépasse 64 Kio."),
  "file-too-large": refusal(
    413,
    "Fichier trop grand",
    "Le formulaire et son fichier dépassent 6 Mio : rien n'a été reçu.",
  ),
  malformed: refusal(400, "Demande refusée", "Le formulaire n'a pas pu être lu."),
  "not-a-form": refusal(415, "Demande refusée", "Seul un formulaire simple est accepté ici."),
  "cut-short": refusal(400, "Demande incomplète", "Le formulaire n'est pas arrivé en entier."),
  defect: refusal(500, "Erreur de l'imitation", "L'imitation s'est trompée : rien n'a été retenu."),
}

export type Refusal = keyof typeof refusals

function refusal(status: number, title: string, text: string): { status: number; title: string; body: Html } {
  return {
    status,
    title,
    body: html`<h1>${title}</h1><p>${text}</p><p><a href="/">Retour à l'accueil</a></p>`,
  }
}
