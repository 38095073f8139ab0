import type { CalendarDate } from "../identity/birth-date"
import { compareTraits } from "../identity/compare"
import type { Traits } from "../identity/traits"
import { endingsOfFormat, maxFileBytes } from "./accepted"
import { commentProblems, problemsOfComment } from "./comment"
import { dateProblems, problemsOfDate } from "./date"
import { endingAgrees } from "./file-name"
import { nameWords } from "./patient-words"
import type { DocumentPatient, PreparedContent, PreparedDocument } from "./prepared"
import { problemsOfTitle, titleProblems } from "./title"
import { minorityOf, problemsOfVisibility, visibilityProblems } from "./visibility-rules"

/** What a document is filed with, in the order of the portal's form, after the patient. */
export const documentFields = [
  "patient",
  "content",
  "type",
  "title",
  "date",
  "comment",
  "visibility",
] as const
export type DocumentField = (typeof documentFields)[number]

/** What keeps a document from being filed, or should be looked at first; each has its sentence (`document_problem_…`). */
export const documentProblems = [
  "patient-missing",
  /** Another patient is locked now. */
  "patient-other",
  /** Whether the patient locked now is the document's can't be told. */
  "patient-unsure",
  /** A fictitious patient's document with a real one locked, or the reverse. */
  "patient-mode",
  /** The document's own text speaks of somebody else, and nobody said that it is right. */
  "content-other-patient",
  "content-empty",
  "content-too-large",
  "content-name",
  "type-missing",
  "type-not-listed",
  ...titleProblems,
  ...dateProblems,
  ...commentProblems,
  ...visibilityProblems,
  /** It is in the record already. */
  "already-filed",
  /** It may be in the record: only the portal tells. */
  "may-be-filed",
] as const
export type DocumentProblem = (typeof documentProblems)[number]

/** `stops`: it can't be filed so; otherwise it can, and should be looked at. */
export type FoundDocumentProblem = { field: DocumentField; problem: DocumentProblem; stops: boolean }

export type ReadinessContext = {
  today: CalendarDate
  /** Who is locked now; null where nobody is: then only the document's own patient counts. */
  locked: DocumentPatient | null
}

const warnings = new Set<DocumentProblem>([
  "title-number",
  "title-names-patient",
  "date-before-birth",
  "visibility-age-unknown",
])

/** As `problemsOfDocument` (`readiness.ts`), for whoever says otherwise which types the portal lists. Total. */
export function problemsWith(
  document: PreparedDocument,
  { today, locked }: ReadinessContext,
  isListed: (type: string) => boolean,
): FoundDocumentProblem[] {
  const { patient, content, type, title, date, comment, visibility } = document
  const traits: Traits | null = patient?.traits ?? null
  const found: Record<DocumentField, readonly DocumentProblem[]> = {
    patient: problemsOfPatient(patient, locked),
    content: [...problemsOfContent(document), ...fileProblemsOf(content)],
    type: type === null ? ["type-missing"] : isListed(type) ? [] : ["type-not-listed"],
    title: problemsOfTitle(title, nameWords(traits)),
    date: problemsOfDate(date, today, traits?.birthDate),
    comment: problemsOfComment(comment),
    visibility: problemsOfVisibility(visibility, minorityOf(traits?.birthDate, today)),
  }
  return documentFields.flatMap((field) =>
    found[field].map((problem) => ({ field, problem, stops: !warnings.has(problem) })),
  )
}

/** Whether nothing stops it. */
export const isReady = (problems: readonly FoundDocumentProblem[]) => !problems.some(({ stops }) => stops)

function problemsOfPatient(
  patient: DocumentPatient | null,
  locked: DocumentPatient | null,
): readonly DocumentProblem[] {
  if (!patient) return ["patient-missing"]
  if (!locked) return []
  if (patient.mode !== locked.mode) return ["patient-mode"]
  const { verdict } = compareTraits(patient.traits, locked.traits)
  if (verdict === "different") return ["patient-other"]
  // What proves nothing by itself is this patient's as long as the lock lasts in which it was prepared.
  const sameLock = patient.lock !== undefined && patient.lock === locked.lock
  return verdict === "same" || sameLock ? [] : ["patient-unsure"]
}

function problemsOfContent({ filing, otherPatient }: PreparedDocument): readonly DocumentProblem[] {
  return [
    ...(filing.state === "filed" ? (["already-filed"] as const) : []),
    ...(filing.state === "to-check" ? (["may-be-filed"] as const) : []),
    ...(otherPatient && otherPatient.marks.length > 0 && !otherPatient.answered
      ? (["content-other-patient"] as const)
      : []),
  ]
}

function fileProblemsOf(content: PreparedContent): readonly DocumentProblem[] {
  if (content.kind === "text") return content.text.trim() === "" ? ["content-empty"] : []
  return [
    ...(content.bytes === 0 ? (["content-empty"] as const) : []),
    ...(content.bytes > maxFileBytes ? (["content-too-large"] as const) : []),
    ...(hasRightName(content) ? [] : (["content-name"] as const)),
  ]
}

/** The portal takes a file by its ending: it must be one of the seven, and that of the bytes. */
const hasRightName = ({ name, format }: Extract<PreparedContent, { kind: "file" }>) =>
  endingsOfFormat[format].some((ending) => name.toLowerCase().endsWith(`.${ending}`)) &&
  endingAgrees(name, format)
