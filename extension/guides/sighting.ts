import type { PortalId } from "../../shared/hosts"
import type { DmpStatus, FormPart, Holding, KnownError, PartState, Refusal } from "../portals/vocabulary"
import type { When } from "./define-guide"

/**
 * What is seen now of the page in front, the patient and the readers: all that a guide goes by. No value and no
 * person. `place`: on a page that says what it is (`page` is its id in `portals/`, or null where it is not known), or
 * why nothing is seen. `inert` is a page of the login. `patient` names the lock and says nothing of the patient.
 */
export type Sighting = {
  place: "portal" | "no-portal" | "inert" | "reload-needed" | "no-access"
  portal: PortalId | null
  page: string | null
  /** Names this loading of the page. */
  document: string | null
  errors: readonly KnownError[]
  status: DmpStatus | null
  parts: Readonly<Partial<Record<FormPart, PartState>>>
  /** Whether the page lets one choose among several people. */
  several: boolean
  patient: string | null
  /** The page shows somebody else than the patient. */
  otherPerson: boolean
  minor: boolean
  vitaleRead: boolean
  cpsPresent: boolean
  /** What of this page's fields we can answer for the patient, and why not where we can't. */
  answers: Readonly<Partial<Record<Holding, "ready" | Refusal>>>
}

export const nothingSeen: Sighting = {
  place: "no-portal",
  portal: null,
  page: null,
  document: null,
  errors: [],
  status: null,
  parts: {},
  several: false,
  patient: null,
  otherPerson: false,
  minor: false,
  vitaleRead: false,
  cpsPresent: false,
  answers: {},
}

/** Whether one condition of a branch holds. */
export function holds(when: When, seen: Sighting): boolean {
  if ("page" in when) return seen.page === when.page
  if ("error" in when) return seen.errors.includes(when.error)
  if ("status" in when) return seen.status === when.status
  if ("several" in when) return seen.several
  if ("minor" in when) return seen.minor
  if ("withoutCps" in when) return !seen.cpsPresent
  return Object.values(seen.answers).some((answer) => answer !== "ready" && when.refused.includes(answer))
}
