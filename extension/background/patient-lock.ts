import type { ReadersState } from "../../shared/cards/readers"
import type { Holder, VitaleCard } from "../../shared/cards/vitale"
import { compareTraits, type Verdict } from "../../shared/identity/compare"
import {
  compareSources,
  type PatientSource,
  traitsOf,
  type VitaleSource,
  vitaleOf,
} from "../../shared/identity/patient-source"
import { traitsOfHolder } from "../../shared/identity/traits-of-source"
import type { LockEnd } from "../messages/panel-state"
import type { LockedPatient, Mode, SourceDecision } from "../messages/patient"
import { staysIn, vitaleCards } from "./cards-in-readers"

/** `idleMs`: time without an act of the user after which the patient is forgotten. */
type Circumstances = { mode: Mode; now: number; idleMs: number; lock: string }

/** Locks a patient by one source. A card's serial number is taken as typed: the person compares and corrects. */
export function lockPatient(
  source: PatientSource,
  { mode, now, idleMs, lock }: Circumstances,
): LockedPatient {
  return {
    lock,
    mode,
    sources: [source],
    saidSame: false,
    typedSerial: serialOf(source) ?? "",
    photo: null,
    givenName: null,
    expiresAt: now + idleMs,
  }
}

/** Holds a second source against the first; a former second one makes room. */
export function withSecondSource(patient: LockedPatient, second: PatientSource): LockedPatient {
  return {
    ...patient,
    sources: [patient.sources[0], second],
    saidSame: false,
    typedSerial: patient.typedSerial || (serialOf(second) ?? ""),
    givenName: null,
  }
}

/**
 * What a person decided about two sources: only one is kept, or both are, as one person. Two sources that
 * contradict each other can't be one person's: that decision changes nothing.
 */
export function decided(patient: LockedPatient, decision: SourceDecision, how: Circumstances): LockedPatient {
  const [first, second] = patient.sources
  if (!second) return patient
  // Another identity is another lock: what was clicked for the first is not done for the second.
  if (decision === "keep-second") return lockPatient(second, how)
  if (decision === "keep-first")
    return { ...patient, sources: [first], saidSame: false, typedSerial: ownSerial(patient, second) }
  return compareSources(patient.sources)?.verdict === "different" ? patient : { ...patient, saidSame: true }
}

/** A serial number that came from the card which is set aside goes with it. */
function ownSerial({ typedSerial }: LockedPatient, second: PatientSource): string {
  return typedSerial === serialOf(second) ? "" : typedSerial
}

const serialOf = (source: PatientSource) => (source.kind === "vitale" ? source.cardSerial : null)

/** Whether all sources are known to speak of one person. */
export function sourcesAgree({ sources, saidSame }: LockedPatient): boolean {
  const comparison = compareSources(sources)
  return (
    comparison === null || comparison.verdict === "same" || (saidSame && comparison.verdict !== "different")
  )
}

/**
 * What a change in the readers does to the lock. Taking the card out changes nothing: the patient gets it
 * back at once. The same card coming back keeps the patient; another one ends the lock, and so does a card
 * that can't be read, whatever the reason, because it may be the next patient's. A patient who was chosen
 * without a card stays when a card comes that may be theirs: it is for the person to hold it against them.
 * `before`: the readers as they were on this very link, where a setting wants the lock to end when the patient's own
 * card is taken out; else null. After a lost link there is no such thing: nobody knows what happened meanwhile.
 * `seen` are the stays that were there before; they are remembered over a lost link, so that a reconnection
 * is no new card.
 */
export function afterCards(
  patient: LockedPatient | null,
  seen: readonly string[],
  now: ReadersState,
  before: ReadersState | null = null,
): { patient: LockedPatient | null; end: LockEnd | null } {
  if (!patient) return { patient, end: null }
  const fresh = new Set(staysIn(now).filter((stay) => !seen.includes(stay)))
  const fitting = vitaleCards(now).filter(
    (card) => fresh.has(card.insertion) && cardFits(card, patient) !== "different",
  )
  for (const { insertion } of fitting) fresh.delete(insertion)
  if (fresh.size > 0) return { patient: null, end: "other-card" }
  const own = vitaleOf(patient.sources)
  const [back] = fitting
  if (!back && own && takenOut(own, before, now)) return { patient: null, end: "card-removed" }
  return { patient: own && back ? underStay(patient, own, back.insertion) : patient, end: null }
}

/**
 * A card that was there is not any more, alone or together with its reader. A card service that stopped took nothing
 * out: nobody knows then.
 */
function takenOut({ insertion }: VitaleSource, before: ReadersState | null, now: ReadersState): boolean {
  const isIn = (readers: ReadersState | null) =>
    vitaleCards(readers).some((card) => card.insertion === insertion)
  const known = now.trouble === null || now.trouble === "no-reader"
  return known && isIn(before) && !isIn(now)
}

function underStay(patient: LockedPatient, own: VitaleSource, insertion: string): LockedPatient {
  const renewed = (source: PatientSource) => (source === own ? { ...own, insertion } : source)
  const [first, second] = patient.sources
  return { ...patient, sources: second ? [renewed(first), renewed(second)] : [renewed(first)] }
}

/**
 * Whether a card is the patient's. Where the patient was read from a card, it must be that very card, as far as
 * its data tell; else one of its holders must be the same person (`same`), or may be (`cannot-tell`).
 */
export function cardFits(card: VitaleCard, patient: LockedPatient): Verdict {
  const own = vitaleOf(patient.sources)
  if (own) return isSameCard(card, own) ? "same" : "different"
  const verdicts = card.holders.map(
    (holder) => compareTraits(traitsOf(patient.sources[0]), traitsOfHolder(holder)).verdict,
  )
  return (["same", "cannot-tell"] as const).find((verdict) => verdicts.includes(verdict)) ?? "different"
}

function isSameCard(card: VitaleCard, { cardSerial, holder: own }: VitaleSource): boolean {
  return card.serial === cardSerial && card.holders.some((holder) => isSameHolder(holder, own))
}

function isSameHolder(one: Holder, other: Holder): boolean {
  return (
    one.rank === other.rank &&
    one.familyName === other.familyName &&
    one.givenName === other.givenName &&
    one.birthDate === other.birthDate &&
    one.nir === other.nir
  )
}
