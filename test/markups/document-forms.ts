import type { DocumentAnswers } from "../../extension/portals/vocabulary"
import { hosts } from "../pages"

/** The form that adds a document, in each markup that a portal could honestly be written in. */
export const documentPlace = { ...hosts.webps, pathname: "/dmp/ajoutdocument" }

/** A fictitious document, with nothing in it that a field could not hold. */
export const preparedText: DocumentAnswers = {
  content: { kind: "text", text: "Bonjour,\nune note fictive." },
  labels: ["CR d'imagerie médicale"],
  title: "Radio du genou",
  date: "20260115",
  comment: "Sans particularité.",
  visibility: ["not-patient"],
  today: "20261125",
}
export const preparedFile: DocumentAnswers = {
  ...preparedText,
  content: {
    kind: "file",
    name: "radio.pdf",
    media: "application/pdf",
    size: 15,
    bytes: btoa("%PDF-1.7 fictif"),
  },
}

type Field = { id: string; label: string; control: string }

const wordings = [
  "Document visible par toute personne autorisée à accéder aux documents du dossier de votre patient",
  "Document non visible par le patient : vous souhaitez que ce document ne soit pas visible par le patient",
  "Document masqué aux professionnels : visible uniquement par son auteur",
]
const types = ["CR d'imagerie médicale", "CR opératoire", "Prescription (autre)"]

const options = `<option value="">Choisir un type</option><optgroup label="Imagerie">${types
  .map((type) => `<option value="${type}">${type}</option>`)
  .join("")}</optgroup>`

const entries: readonly Field[] = [
  {
    id: "file",
    label: "Joindre un fichier (Taille maximum : 5 Mo)",
    control: '<input type="file" data-field="file" ID>',
  },
  { id: "texteLibre", label: "Texte libre", control: '<textarea data-field="text" ID></textarea>' },
  {
    id: "typeDocument",
    label: "Type du document *",
    control: `<select data-field="type" ID>${options}</select>`,
  },
  { id: "TitreDocument", label: "Titre *", control: '<input type="text" data-field="title" ID>' },
  {
    id: "d",
    label: "Date du document *",
    control: '<input type="text" data-field="date" value="25/11/2026" ID>',
  },
  {
    id: "c",
    label: "Commentaire lié au document (1000 caractères max.)",
    control: '<textarea data-field="comment" ID></textarea>',
  },
]
const radios = ["Joindre un fichier (Max 5 Mo)", "Rédiger un document (texte libre)"].map((label, at) => ({
  id: `m${at}`,
  label,
  control: `<input type="radio" name="mode" data-field="mode" value="${at === 0 ? "file" : "text"}"${at === 0 ? " checked" : ""} ID>`,
}))
const boxes = wordings.map((label, at) => ({
  id: `box${at}`,
  label,
  control: `<input type="checkbox" name="confidentiality" data-field="visibility" value="${at}" ID>`,
}))

type Around = { field(it: Field): string; mark(it: Field): string; whole(inside: string): string }

const withId = ({ control, id }: Field, more = "") => control.replace("ID", `id="${id}"${more}`)
const without = ({ control }: Field, more = "") => control.replace("ID", more)

const plain: Around = {
  field: (it) => `<div><label for="${it.id}">${it.label}</label>${withId(it)}</div>`,
  mark: (it) => `<div>${withId(it)}<label for="${it.id}">${it.label}</label></div>`,
  whole: (inside) => `<form>${inside}<button type="button">Ajouter</button></form>`,
}
/** Ids that nobody knows: all must be found by what they are called. */
const nameless = (it: Field) => ({ ...it, id: `x-${it.id}` })

const arounds: Record<string, Around> = {
  "known ids": plain,
  "labels alone": {
    ...plain,
    field: (it) => plain.field(nameless(it)),
    mark: (it) => plain.mark(nameless(it)),
  },
  table: {
    field: (it) => `<tr><td>${it.label}&nbsp;:</td><td>${without(it)}</td></tr>`,
    mark: (it) => `<tr><td>${without(it)}</td><td>${it.label}</td></tr>`,
    whole: (inside) => `<form><table><tbody>${inside}</tbody></table></form>`,
  },
  "text beside the field": {
    field: (it) => `<div><div>${it.label} :</div><div>${without(it)}</div></div>`,
    mark: (it) => `<div>${without(it)} ${it.label}<br></div>`,
    whole: (inside) => `<section>${inside}</section>`,
  },
  "aria-labelledby": {
    field: (it) =>
      `<div><span id="l-${it.id}">${it.label}</span>${without(it, `aria-labelledby="l-${it.id}"`)}</div>`,
    mark: (it) =>
      `<div>${without(it, `aria-labelledby="l-${it.id}"`)}<span id="l-${it.id}">${it.label}</span></div>`,
    whole: (inside) => `<section>${inside}</section>`,
  },
  "boxes and file drawn by their labels": {
    ...plain,
    field: (it) =>
      it.id === "file"
        ? `<div>${withId(it, ' style="display:none"')}<label for="file">${it.label}</label></div>`
        : plain.field(it),
    mark: (it) =>
      `<div style="position:relative">${withId(it, ' style="position:absolute;opacity:0"')}<label for="${it.id}">${it.label}</label></div>`,
  },
}

const heads = "<h1>Ajouter un document</h1><h2>Joindre un fichier ou rédiger un document</h2>"

const formOf = (around: Around) =>
  around.whole(
    [...radios.map(around.mark), ...entries.map(around.field), ...boxes.map(around.mark)].join("\n"),
  )

/** By name: the HTML of the page, as `mount` takes it. */
export const documentForms: Record<string, string> = {
  ...Object.fromEntries(Object.entries(arounds).map(([name, around]) => [name, `${heads}${formOf(around)}`])),
  "radio buttons for the confidentiality": `${heads}${formOf(plain).replaceAll('type="checkbox"', 'type="radio"')}`,
  "same-origin frame": `${heads}<template data-mount="frame">${formOf(plain)}</template>`,
  "open shadow root": `${heads}<template data-mount="shadow">${formOf(plain)}</template>`,
}

/** What the fields of a mounted form hold, by `data-field`. */
export function standingIn(document: Document): Record<string, string> {
  const held: Record<string, string> = {}
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument
      if (inner) visit(inner)
      const { field } = element.dataset
      if (field !== undefined)
        held[field] = [held[field], holds(element as HTMLInputElement)].filter(Boolean).join("+")
    }
  }
  visit(document)
  return held
}

function holds({ type, checked, value, files }: HTMLInputElement): string {
  if (type === "file") return [...(files ?? [])].map(({ name }) => name).join()
  return (type === "radio" || type === "checkbox") && !checked ? "" : value
}
