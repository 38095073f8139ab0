import { definePage } from "../define-page"
import { sources } from "../sources"

/** The beginnings of the four wordings of the Fiche, step 9. */
const visibilities = [
  "Document visible par toute personne autorisée",
  "Document non visible par le patient",
  "Document masqué aux professionnels",
  "Document invisible aux représentants légaux",
]

/**
 * The form that adds a document. Its parts are filled from a prepared document, and compared with the synthesis later;
 * « Ajouter » is a person's. Two radio buttons choose between a file and a text (Fiche, step 8).
 */
export const addDocument = definePage({
  id: "webps.add-document",
  portal: "webps",
  fiche: { guide: "feed", steps: [8, 9, 10] },
  path: /\/ajoutdocument(\.|$)/i,
  landmarks: ["Ajouter un document", "Joindre un fichier ou rédiger un document"],
  fields: {},
  parts: {
    "document.content": [
      { kind: "file", ids: ["file"], labels: ["Joindre un fichier"], mode: ["Joindre un fichier"] },
      { kind: "text", labels: ["Texte libre"], mode: ["Rédiger un document"] },
    ],
    "document.type": [{ kind: "select", ids: ["typeDocument"], labels: ["Type du document"] }],
    "document.title": [{ kind: "text", ids: ["TitreDocument"], labels: ["Titre"] }],
    "document.date": [{ kind: "text", labels: ["Date du document"] }],
    "document.comment": [
      { kind: "text", labels: ["Commentaire lié au document (1000 caractères max.)", "Commentaire"] },
    ],
    "document.visibility": [{ kind: "checks", idPrefix: "confidentiality", labels: visibilities }],
  },
  targets: {
    content: { kind: "part", part: "document.content" },
    type: { kind: "part", part: "document.type" },
    title: { kind: "part", part: "document.title" },
    date: { kind: "part", part: "document.date" },
    visibility: { kind: "part", part: "document.visibility" },
    add: { kind: "press", ids: ["submit"], labels: ["Ajouter"] },
  },
  shows: { patient: true, document: true },
  dmpOpen: true,
  neverTouched: ["Ajouter", "Annuler"],
  source: sources.recorded,
})
