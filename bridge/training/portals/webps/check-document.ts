import { calendarDate } from "../../../../shared/identity/birth-date"
import type { FieldError } from "../fields"
import type { UploadedFile } from "../multipart/multipart-reader"
import { type Confidentiality, confidentialities, type FiledDocument } from "../session"
import { isDocumentType } from "./document-types"

/** Ids of the form. `file`, `typeDocument`, `TitreDocument`, `confidentiality0` were recorded; the rest is ours. */
export const documentFields = {
  mode: "modeDocument",
  file: "file",
  text: "texteLibre",
  type: "typeDocument",
  title: "TitreDocument",
  date: "dateDocument",
  comment: "commentaireDocument",
  confidentiality: "confidentiality",
} as const

export const acceptedFormats = ["jpeg", "jpg", "txt", "pdf", "rtf", "tif", "tiff"] as const
export const maxFileBytes = 5_000_000
export const maxTitle = 50
export const maxComment = 1000

export type DocumentForm = {
  mode: "file" | "text"
  text: string
  type: string
  title: string
  date: string
  comment: string
  confidentiality: readonly Confidentiality[]
}

export function readDocumentForm(form: URLSearchParams): DocumentForm {
  const text = (field: keyof typeof documentFields) =>
    (form.get(documentFields[field]) ?? "").replace(/\r\n/g, "\n")
  const checked = form.getAll(documentFields.confidentiality)
  return {
    mode: text("mode") === "text" ? "text" : "file",
    text: text("text"),
    type: text("type"),
    title: text("title"),
    date: text("date"),
    comment: text("comment"),
    confidentiality: confidentialities.filter((_, rank) => checked.includes(String(rank))),
  }
}

/** Only « Vous devez fournir un titre… » is the portal's own sentence (recorded); all others are ours. */
export const documentSentences = {
  fileMissing: "Choisir un fichier à joindre",
  fileEmpty: "Le fichier est vide",
  fileTooLarge: "Le fichier dépasse la taille maximum de 5 Mo",
  fileFormat: "Format de fichier non accepté : jpeg, jpg, txt, pdf, rtf, tif ou tiff",
  textMissing: "Rédiger le texte du document",
  typeMissing: "Sélectionner le type du document",
  titleMissing: "Vous devez fournir un titre pour le document",
  titleTooLong: "Le titre ne doit pas dépasser 50 caractères",
  dateMissing: "Saisir la date du document",
  dateFormat: "Format invalide, saisir une date de la forme jj/MM/AAAA",
  dateFuture: "La date du document ne peut pas être dans le futur",
  commentTooLong: "Le commentaire ne doit pas dépasser 1000 caractères",
  confidentialityMissing: "Choisir la confidentialité du document",
  visibleAlone: "« Document visible par toute personne autorisée » ne se combine avec aucun autre choix",
  exclusive:
    "« Non visible par le patient » et « masqué aux professionnels » ne peuvent pas être choisis ensemble",
  minorsOnly: "« Invisible aux représentants légaux » est réservé aux patients mineurs",
} as const

export type DocumentContext = { matricule: string; minor: boolean; today: string }

/** The document to confirm, or what is wrong with the form, in the order of the page. */
export function checkDocument(
  form: DocumentForm,
  file: UploadedFile | undefined,
  { matricule, minor, today }: DocumentContext,
): { document: FiledDocument } | { errors: FieldError[] } {
  const date = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(form.date.trim())
  const day = date ? `${date[3]}${date[2]}${date[1]}` : ""
  const found: [string, keyof typeof documentSentences | null][] = [
    form.mode === "file"
      ? [documentFields.file, fileProblem(file)]
      : [documentFields.text, form.text.trim() === "" ? "textMissing" : null],
    [documentFields.type, isDocumentType(form.type) ? null : "typeMissing"],
    [documentFields.title, titleProblem(form.title)],
    [documentFields.date, dateProblem(form.date, day, today)],
    [documentFields.comment, form.comment.length > maxComment ? "commentTooLong" : null],
    [`${documentFields.confidentiality}0`, confidentialityProblem(form.confidentiality, minor)],
  ]
  const errors = found.flatMap(([field, problem]) =>
    problem === null ? [] : [{ field, message: documentSentences[problem] }],
  )
  if (errors.length > 0) return { errors }
  const { mode, text, type, title, comment, confidentiality } = form
  const content = mode === "file" ? { file: file ?? null, text: "" } : { file: null, text }
  return {
    document: { matricule, ...content, type, title: title.trim(), date: day, comment, confidentiality },
  }
}

function fileProblem(file: UploadedFile | undefined): keyof typeof documentSentences | null {
  if (!file) return "fileMissing"
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ""
  if (!(acceptedFormats as readonly string[]).includes(extension)) return "fileFormat"
  if (file.size === 0) return "fileEmpty"
  return file.size > maxFileBytes ? "fileTooLarge" : null
}

function titleProblem(title: string): keyof typeof documentSentences | null {
  if (title.trim() === "") return "titleMissing"
  return title.trim().length > maxTitle ? "titleTooLong" : null
}

function dateProblem(typed: string, day: string, today: string): keyof typeof documentSentences | null {
  if (typed.trim() === "") return "dateMissing"
  if (!calendarDate(day)) return "dateFormat"
  return day > today ? "dateFuture" : null
}

/** « Not visible to the patient » and « hidden from professionals » are exclusive (EX_2.1-1050). */
function confidentialityProblem(
  chosen: readonly Confidentiality[],
  minor: boolean,
): keyof typeof documentSentences | null {
  if (chosen.length === 0) return "confidentialityMissing"
  if (chosen.includes("not-representatives") && !minor) return "minorsOnly"
  if (chosen.includes("not-patient") && chosen.includes("not-professionals")) return "exclusive"
  return chosen.includes("visible") && chosen.length > 1 ? "visibleAlone" : null
}
