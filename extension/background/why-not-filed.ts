import type { PreparedDocument } from "../../shared/documents/prepared"
import { type DocumentProblem, problemsWith } from "../../shared/documents/problems"
import type { CalendarDate } from "../../shared/identity/birth-date"
import { compareTraits } from "../../shared/identity/compare"
import { traitsOf } from "../../shared/identity/patient-source"
import type { PageView } from "../messages/panel-state"
import type { LockedPatient } from "../messages/patient"
import type { Refusal } from "../portals/vocabulary"
import { comparisonOf } from "./comparison"
import type { FilingTrack } from "./filing-track"

/**
 * `document`: as the drawer holds it now, absent where it does not. `revision`: the one that the person saw. `pageChecked`:
 * the person said that the page is this patient's where it does not show enough to prove it. `tracks`: the documents that
 * are on their way already.
 */
export type FilingRequest = {
  document: PreparedDocument | undefined
  revision: number
  patient: LockedPatient
  page: Extract<PageView, { state: "portal" }>
  pageChecked: boolean
  tracks: readonly FilingTrack[]
  today: CalendarDate
}

/** Why this document may not be written on this page now, besides what keeps any page from being filled (`why-not.ts`). */
export function whyNotFiled(request: FilingRequest): Refusal | null {
  const { document, revision, patient, page } = request
  if (page.description.page !== "webps.add-document") return "no-document-form"
  if (!document) return "document-gone"
  return (
    notTwice(document, request) ??
    notOfAnother(document, patient) ??
    notUnproven(request) ??
    (document.revision === revision ? null : "document-changed") ??
    notReady(document, request)
  )
}

/** What is on a form may be confirmed there at any moment: it is on one form at a time, and a form holds one document. */
function notTwice(
  { id, filing }: PreparedDocument,
  { page: { tab }, tracks }: FilingRequest,
): Refusal | null {
  if (filing.state === "filed") return "document-filed"
  if (filing.state === "to-check") return "document-to-check"
  if (filing.state === "on-the-form") return "document-on-a-form"
  // Refused on a form that is still open elsewhere: there it may yet be corrected and confirmed.
  if (tracks.some((it) => it.id === id && it.tab !== tab)) return "document-on-a-form"
  return tracks.some((it) => it.id !== id && it.tab === tab) ? "form-holds-another" : null
}

/** The document's patient, the locked one and the page's are one; each source of the lock counts. */
function notOfAnother(
  { patient: own, otherPatient }: PreparedDocument,
  locked: LockedPatient,
): Refusal | null {
  if (!own) return "document-unattached"
  if (own.mode !== locked.mode) return "document-other-mode"
  const verdicts = locked.sources.map((source) => compareTraits(own.traits, traitsOf(source)).verdict)
  if (verdicts.includes("different")) return "document-other-patient"
  // Traits may prove nothing by themselves (a lunar birth date): then the very lock in which it was prepared counts.
  if (!verdicts.includes("same") && own.lock !== locked.lock) return "document-patient-unsure"
  return otherPatient && otherPatient.marks.length > 0 && !otherPatient.answered
    ? "document-other-named"
    : null
}

function notUnproven({ patient, page, pageChecked }: FilingRequest): Refusal | null {
  const verdict = comparisonOf({ patient, page })?.verdict
  if (verdict === "different") return "other-patient-shown"
  return verdict === "same" || pageChecked ? null : "page-patient-unsure"
}

/** Asked above, with the reasons of a page: the locked patient has more than one source. */
const askedAbove = new Set<DocumentProblem>(["patient-other", "patient-unsure", "patient-mode"])

function notReady(document: PreparedDocument, { today }: FilingRequest): Refusal | null {
  // Which types there are the portal's own list says, a moment later: ours would be a thirtieth of this script.
  const problems = problemsWith(document, { today, locked: null }, () => true)
  return problems.some(({ problem, stops }) => stops && !askedAbove.has(problem))
    ? "document-not-ready"
    : null
}
