import type { DocumentPatient, PreparedDocument } from "../../../shared/documents/prepared"
import { compareTraits } from "../../../shared/identity/compare"
import { traitsOf } from "../../../shared/identity/patient-source"
import type { Traits } from "../../../shared/identity/traits"
import type { LockedPatient } from "../../messages/patient"
import { displayName } from "../names"

/**
 * Whose a document is, seen from the patient who is locked. `unattached`: nobody's yet. `cannot-tell`: what both sides
 * know proves nothing; it is not filed like that.
 */
export type Whose = "unattached" | "locked" | "other" | "cannot-tell"

/** Every source of the locked patient counts: what one of them contradicts is another person. */
export function whoseIs({ patient }: PreparedDocument, locked: LockedPatient | null): Whose {
  if (!patient) return "unattached"
  if (!locked || locked.mode !== patient.mode) return "other"
  if (patient.lock === locked.lock) return "locked"
  const verdicts = locked.sources.map((source) => compareTraits(patient.traits, traitsOf(source)).verdict)
  if (verdicts.includes("different")) return "other"
  return verdicts.includes("same") ? "locked" : "cannot-tell"
}

/** The locked patient as a document keeps them: by the source by which they were chosen. */
export function patientOfLock(locked: LockedPatient | null): DocumentPatient | null {
  return locked && { mode: locked.mode, traits: traitsOf(locked.sources[0]), lock: locked.lock }
}

/** Who a document's patient is, for the eye. */
export function nameOfPatient({ traits }: DocumentPatient): string {
  if (traits.wholeName) return traits.wholeName
  return displayName({ familyName: familyName(traits), givenName: givenName(traits) })
}

const familyName = (traits: Traits) =>
  traits.birthFamilyName ?? traits.familyName ?? traits.usedFamilyName ?? ""
const givenName = (traits: Traits) =>
  traits.firstGivenName ?? traits.birthGivenNames ?? traits.givenName ?? traits.usedGivenName ?? ""

/** Tells patients apart for counting and grouping: the same traits are one patient's. */
export function keyOfPatient(patient: DocumentPatient | null): string {
  if (!patient) return ""
  const { matricule, birthDate } = patient.traits
  return [patient.mode, matricule ?? nameOfPatient(patient), birthDate ?? ""].join("|")
}
