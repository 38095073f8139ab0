import type { PatientSources } from "../../shared/identity/patient-source"

export type Mode = "live" | "training"

/**
 * The one patient that pages are filled for. Held in the browser's session memory, never on disk.
 * `typedSerial`, `photo` and `givenName` are what the person answered; `expiresAt` is in ms since 1970.
 */
export type LockedPatient = {
  /** Names this lock and nothing about the patient, so that a click means the patient it was made for. */
  lock: string
  mode: Mode
  sources: PatientSources
  /** A person said that two sources which do not prove it speak of the same person. */
  saidSame: boolean
  typedSerial: string
  photo: boolean | null
  /** Which start of the document's list of given names is the one in use, or null before it was said. */
  givenName: string | null
  expiresAt: number
}

/** What a person decides where two sources do not prove that they speak of the same person. */
export type SourceDecision = "keep-first" | "keep-second" | "same-person"
