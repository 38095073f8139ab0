import { fileField, selectField, textArea } from "../entry-fields"
import { errorOf, errorSummary, type FieldError, textField } from "../fields"
import { type Html, html } from "../html"
import type { Confidentiality } from "../session"
import { addresses } from "./addresses"
import { acceptedFormats, type DocumentForm, documentFields as fields, maxComment } from "./check-document"
import { documentTypes } from "./document-types"

/** The four wordings of the Fiche, step 9, in its order. */
export const confidentialityWordings: Record<Confidentiality, string> = {
  visible:
    "Document visible par toute personne autorisée à accéder aux documents du dossier de votre patient",
  "not-patient":
    "Document non visible par le patient : vous souhaitez que ce document ne soit pas visible par le patient car il nécessite une information préalable par un professionnel",
  "not-professionals":
    "Document masqué aux professionnels : votre patient souhaite que ce document soit visible uniquement par son auteur et par le médecin traitant DMP",
  "not-representatives":
    "Document invisible aux représentants légaux : en accord avec votre patient mineur, vous souhaitez rendre invisible un document au représentant légal pour préserver le secret de ces informations",
}

/**
 * « Certaines données… » was recorded with its first words alone. Each refusal says which field; where the
 * trainer has switched the refusal on, there is none to name.
 */
const refusedHeading = "Certaines données n'ont pas été acceptées"

export type DocumentFormState = {
  form: DocumentForm
  matricule: string
  minor: boolean
  errors: readonly FieldError[]
  refusedAnyway?: boolean
  /** A file had come with the form: no page can put it back. */
  fileLost?: boolean
}

/** The form « Ajouter un document » (Fiche, steps 8 to 10). No confidentiality is chosen beforehand. */
export function documentForm(state: DocumentFormState): Html {
  const { form, matricule, minor, errors, refusedAnyway, fileLost } = state
  return html`${errorSummary(errors, refusedHeading)}
${refusedAnyway && html`<div class="summary" role="alert" tabindex="-1" autofocus><p><strong>${refusedHeading}</strong></p></div>`}
${fileLost && html`<p class="notice">Le fichier est à choisir à nouveau.</p>`}
<p>* Champs obligatoires</p>
<form class="document" method="post" action="${addresses.addForm}" enctype="multipart/form-data" autocomplete="off" novalidate>
<input type="hidden" name="patient" value="${matricule}">
<h2>Joindre un fichier ou rédiger un document</h2>
<fieldset><legend class="unseen">Le document</legend>
${mode("file", "Joindre un fichier (Max 5 Mo)", form)}${mode("text", "Rédiger un document (texte libre)", form)}</fieldset>
<div class="when-file">${fileField({
    id: fields.file,
    label: `Joindre un fichier (Taille maximum : 5 Mo, formats acceptés : ${acceptedFormats.join(", ")})`,
    errors,
    accept: acceptedFormats.map((format) => `.${format}`).join(","),
    fillsTitle: fields.title,
  })}</div>
<div class="when-text">${textArea({ id: fields.text, label: "Texte libre", value: form.text, rows: 8, errors })}</div>
${selectField({
  id: fields.type,
  label: "Type du document *",
  prompt: "Choisir un type",
  chosen: form.type,
  errors,
  groups: documentTypes.map(({ group, labels }) => ({
    label: group,
    options: labels.map((label) => ({ value: label, label })),
  })),
})}
${textField({ id: fields.title, label: "Titre *", value: form.title, errors })}
${textField({ id: fields.date, label: "Date du document *", value: form.date, errors, maxLength: 10 })}
${textArea({
  id: fields.comment,
  label: `Commentaire lié au document (${maxComment} caractères max.)`,
  value: form.comment,
  rows: 4,
  counter: maxComment,
  errors,
})}
${confidentiality(form.confidentiality, minor, errors)}
<p class="actions"><button type="submit" id="submit">Ajouter</button> <a class="button secondary" id="annuler" href="${addresses.dashboard}">Annuler</a></p>
</form>`
}

const mode = (value: DocumentForm["mode"], label: string, form: DocumentForm): Html =>
  html`<div class="choice"><input type="radio" id="${fields.mode}-${value}" name="${fields.mode}" value="${value}" autocomplete="off"${
    form.mode === value && html` checked`
  }><label for="${fields.mode}-${value}">${label}</label></div>
`

function confidentiality(
  chosen: readonly Confidentiality[],
  minor: boolean,
  errors: readonly FieldError[],
): Html {
  const shown = (Object.keys(confidentialityWordings) as Confidentiality[]).map((kind, rank) => ({
    kind,
    rank,
  }))
  const first = `${fields.confidentiality}0`
  const error = errorOf(errors, first)
  return html`<h2 id="confidentialite">Confidentialité du document</h2>
<fieldset class="${error && "wrong"}" aria-labelledby="confidentialite"${error && html` aria-describedby="${first}-error"`}>
${error && html`<p class="error" id="${first}-error">${error}</p>`}
${shown.map(
  ({ kind, rank }) =>
    (kind !== "not-representatives" || minor) &&
    html`<div class="choice"><input type="checkbox" id="${fields.confidentiality}${rank}" name="${fields.confidentiality}" value="${rank}" autocomplete="off"${
      chosen.includes(kind) && html` checked`
    }><label for="${fields.confidentiality}${rank}">${confidentialityWordings[kind]}</label></div>
`,
)}</fieldset>`
}
