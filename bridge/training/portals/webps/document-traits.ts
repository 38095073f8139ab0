import { frenchDate } from "../../../../shared/identity/birth-date"
import { type Html, html } from "../html"
import type { FiledDocument } from "../session"
import { confidentialityWordings } from "./document-form"

/** What the portal shows of a document, before and after it is filed. Terms are ours. */
export function documentTraits(document: FiledDocument): Html {
  const { file, text, type, title, date, comment, confidentiality } = document
  const shown: [string, string][] = [
    ["Titre", title],
    ["Type du document", type],
    ["Date du document", frenchDate(date)],
    ["Fichier", file ? `${file.name} (${frenchSize(file.size)})` : ""],
    ["Texte libre", text],
    ["Commentaire", comment],
    ["Confidentialité", confidentiality.map((kind) => confidentialityWordings[kind]).join("\n")],
  ]
  return html`<dl class="traits document-traits">${shown.map(
    ([term, value]) => value !== "" && html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}

/** Thousands, as the portal counts its 5 Mo. */
export function frenchSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} octet${bytes > 1 ? "s" : ""}`
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "ko"] : [bytes / 1_000_000, "Mo"]
  return `${size.toLocaleString("fr-FR", { maximumFractionDigits: 1 })} ${unit}`
}
