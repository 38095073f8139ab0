import type { PreparedDocument } from "../../../shared/documents/prepared"
import { type FoundDocumentProblem, isReady, problemsOfDocument } from "../../../shared/documents/readiness"
import type { LockedPatient } from "../../messages/patient"
import { today } from "../../messages/today"
import type { Text } from "../text"
import { timeIn } from "./sizes"
import { type Whose, whoseIs } from "./whose"

/** Where a row stands, in the order in which it matters to the person. */
export const statuses = [
  "other-named",
  "refused",
  "to-check",
  "on-the-form",
  "to-complete",
  "unattached",
  "ready",
  "filed",
] as const
export type Status = (typeof statuses)[number]

export type RowStatus = { status: Status; whose: Whose; problems: readonly FoundDocumentProblem[] }

/**
 * What the row says of its document. Whose it is stands beside it and is no lack of the document: a batch is prepared
 * for many patients, of whom one at most is locked.
 */
export function statusOf(document: PreparedDocument, locked: LockedPatient | null): RowStatus {
  const whose = whoseIs(document, locked)
  const problems = problemsOfDocument(document, { today: today(), locked: null }).filter(
    ({ problem }) => problem !== "already-filed",
  )
  return { status: statusIn(document, problems), whose, problems }
}

function statusIn({ filing }: PreparedDocument, problems: readonly FoundDocumentProblem[]): Status {
  if (filing.state === "filed") return "filed"
  if (problems.some(({ problem }) => problem === "content-other-patient")) return "other-named"
  if (filing.state !== "waiting") return filing.state
  const own = problems.filter(({ field }) => field !== "patient")
  if (!isReady(own)) return "to-complete"
  return problems.some(({ problem }) => problem === "patient-missing") ? "unattached" : "ready"
}

/** The word on the row: « prêt », « déposé à 10 h 42 ». */
export function statusWord({ filing }: PreparedDocument, status: Status, text: Text): string {
  if (filing.state === "filed") return text("docs_status_filed", { time: timeIn(text, filing.at) })
  return text(words[status])
}

const words = {
  "other-named": "docs_status_other_named",
  refused: "docs_status_refused",
  "to-check": "docs_status_to_check",
  "on-the-form": "docs_status_on_the_form",
  "to-complete": "docs_status_to_complete",
  unattached: "docs_status_unattached",
  ready: "docs_status_ready",
  filed: "docs_status_filed",
} as const satisfies Record<Status, string>
