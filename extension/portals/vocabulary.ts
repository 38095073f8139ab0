import type { Visibility } from "../../shared/documents/visibility"
import type { PortalId } from "../../shared/hosts"

/** What a field of a page may hold. The background knows the values, the page knows the fields. */
export const holdings = [
  "patient.birthDate",
  "patient.nir",
  "patient.matricule",
  "patient.familyName",
  "patient.givenName",
  "patient.birthYear",
  "card.serial",
  "card.photo",
] as const
export type Holding = (typeof holdings)[number]

/** What is given on a page besides a patient's data. The guides wait for it; only `documentFields` are ever written. */
export const formParts = [
  "document.content",
  "document.type",
  "document.title",
  "document.date",
  "document.comment",
  "document.visibility",
  "practice.situation",
  "practice.setting",
  "selection.authorisation",
] as const
export type FormPart = (typeof formParts)[number]

/**
 * What a prepared document fills on the form that adds it, on a person's click, in the order of writing: which of a
 * file and a text is given decides what the form offers, and a file may make the page propose a title.
 */
export const documentFields = [
  "document.mode",
  "document.content",
  "document.type",
  "document.title",
  "document.date",
  "document.comment",
  "document.visibility",
] as const
export type DocumentField = (typeof documentFields)[number]

/** Whatever is written on a page. */
export type Fillable = Holding | DocumentField

/** Whether something stands in it. `not-found`: the page does not have it, or in a shape that is not known. */
export const partStates = ["given", "empty", "not-found"] as const
export type PartState = (typeof partStates)[number]

/** What a guide may point at on a page, each with its name in the locales (`target_…`). */
export const targetIds = [
  "activate",
  "begin",
  "birth-date",
  "card-kind",
  "number",
  "serial",
  "continue",
  "profiles",
  "declaration",
  "delivery",
  "code",
  "terms",
  "account",
  "access",
  "sign-in",
  "situation",
  "setting",
  "matricule",
  "identity",
  "card-button",
  "patient-list",
  "status",
  "authorisation",
  "open-dmp",
  "other-dmp",
  "add-document",
  "content",
  "type",
  "title",
  "date",
  "visibility",
  "add",
  "summary",
  "accept",
  "back",
] as const
export type TargetId = (typeof targetIds)[number]

/** What came of pointing at something. The page is only drawn over, never touched. */
export const pointings = [
  "shown",
  "target-missing",
  "target-ambiguous",
  "target-hidden",
  "page-changed",
] as const
export type Pointing = (typeof pointings)[number]

/**
 * Why a field is not filled: one closed list, each with its sentence in the locales (`refusal_…`).
 * The first group is about what we know of the patient, the second about the page, the third about safety, the last
 * about a prepared document and its form.
 */
export const refusals = [
  "no-patient",
  "no-number",
  "number-of-insured",
  "number-unsure",
  "number-of-card",
  "lunar-date",
  "no-name",
  "given-name-needed",
  "serial-needed",
  "serial-malformed",
  "photo-needed",
  "field-not-found",
  "field-ambiguous",
  "field-locked",
  "field-too-short",
  "field-other-kind",
  "already-filled",
  "beside-other-identity",
  "unconfirmed-there",
  "locked-other",
  "not-kept",
  "page-unknown",
  "page-ambiguous",
  "page-changed",
  "page-lost",
  "page-busy",
  "page-reloaded",
  "undo-lost",
  "page-inert",
  "patient-changed",
  "other-patient-shown",
  "shown-changed",
  "sources-differ",
  "card-to-compare",
  "card-being-read",
  "readers-unknown",
  "other-card-in-reader",
  "training-on-real",
  "real-on-imitation",
  "type-not-offered",
  "type-ambiguous",
  "file-damaged",
  "beside-other-document",
  "no-document-form",
  "page-patient-unsure",
  "document-gone",
  "document-changed",
  "document-not-ready",
  "document-unattached",
  "document-other-patient",
  "document-patient-unsure",
  "document-other-named",
  "document-other-mode",
  "document-on-a-form",
  "document-filed",
  "document-to-check",
  "form-holds-another",
  "drawer-failed",
] as const
export type Refusal = (typeof refusals)[number]

/** A value to write, in the form of the field's meaning (raw birth date, compact NIR…), or why there is none. */
export type Answer = { value: string } | { refusal: Refusal }
export type Answers = Partial<Record<Holding, Answer>>

/**
 * A prepared document as it goes to the page that adds it. `size` and `bytes`: the length of the file, and the file in
 * base64 (messages between the parts of an extension are JSON in Chrome). `labels`: what the portal may call its type.
 * `date` and `today`: raw YYYYMMDD. `visibility`: exactly what a person chose.
 */
export type DocumentAnswers = {
  content:
    | { kind: "file"; name: string; media: string; size: number; bytes: string }
    | { kind: "text"; text: string }
  labels: readonly string[]
  title: string
  date: string
  comment: string
  visibility: readonly Visibility[]
  today: string
}

/** What became of one field. Never a value. */
export type Outcome =
  | { field: Fillable; outcome: "filled" | "already-right" }
  | { field: Fillable; outcome: "left" | "refused"; reason: Refusal }

export type Receipt = { page: string; outcomes: Outcome[] }

/** The three statuses of a DMP (Fiche DMP, « Alimenter », step 5), in the portal's words. */
export const dmpStatuses = ["Activé", "Inexistant", "Fermé"] as const
export type DmpStatus = (typeof dmpStatuses)[number]

/** What a portal may say went wrong, as far as its sentences are known: see `known-errors.ts`. */
export const knownErrorIds = [
  "title-missing",
  "form-refused",
  "patient-not-found",
  "signed-in-already",
  "posted-twice",
  "session-expired",
  "not-identified",
  "card-kind-missing",
  "terms-missing",
  "code-expired",
  "code-used",
  "contacts-unknown",
  "already-activated",
  "not-activatable",
] as const
export type KnownError = (typeof knownErrorIds)[number]

/** What the extension may say of the page in a tab. Never a value, never a person. */
export type PageDescription = {
  portal: PortalId
  imitation: boolean
  /** Names this loading of the document, so that nothing meant for one is done to the next. */
  document: string
  /** The page's id in `portals/`, or null with the reason. */
  page: string | null
  reason: Extract<Refusal, "page-unknown" | "page-ambiguous" | "page-inert"> | null
  fields: { field: Holding; state: "ready" | Refusal }[]
  /** How many things « Annuler le remplissage » would take back in this document. */
  undoable: number
  /** Whether the page is one that shows a patient, to be compared with the locked one. */
  showsPatient: boolean
  status: DmpStatus | null
  errors: readonly KnownError[]
  /** The parts of the page's form that only a person fills. */
  parts: readonly { part: FormPart; state: PartState }[]
  /** Characters written and the most taken, of each field that the page counts for. */
  counters: readonly { count: number; limit: number }[]
  /** Changes whenever the people whom the page shows do; it only counts. */
  peopleMark: number
}

/** What the report of a page may say. Made for a maintainer; no value, no person (`page/report.ts`). */
export type PageReport = {
  page: string | null
  reason: PageDescription["reason"]
  /** Host and path, unknown words of the path left out; never a query. */
  address: string
  landmarks: { page: string; expected: string; seen: boolean }[]
  /** `found`: by which evidence the field was found, or why it was not. */
  fields: { field: Holding; expected: string[]; under: string | null; found: string }[]
  /** What the guides point at. `found`: which element stands there, or why nothing is pointed at. */
  targets: { target: TargetId; expected: string[]; found: string }[]
  /** What a person fills. `found`: in which of the known ways the page offers it. */
  parts: { part: FormPart; expected: string[]; found: string }[]
  controls: {
    tag: string
    type: string
    id: string
    role: string
    name: string
    placeholder: string
    under: string
    reachable: boolean
  }[]
  /** Same-origin frames and open shadow roots. */
  frames: number
}
