import type { ReadersState } from "../../shared/cards/readers"
import type { Holder, VitaleCard } from "../../shared/cards/vitale"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { LockEnd, LockedPatient, Mode } from "../messages/panel-state"

/** Minutes without an act of the user after which the patient is forgotten. */
export const idleMs = 10 * 60_000

/** The Vitale card that is in a reader and has been read. With two of them, none: the user takes one out. */
export function vitaleInReader(readers: ReadersState | null): VitaleCard | null {
  const cards = (readers?.readers ?? []).flatMap(({ card }) => (card?.kind === "vitale" ? [card] : []))
  return cards.length === 1 ? (cards[0] ?? null) : null
}

/** Locks one holder of a card. The card's serial number is taken as typed: the person compares and corrects. */
export function lockHolder(card: VitaleCard, holder: Holder, mode: Mode, now: number): LockedPatient {
  return {
    source: "vitale",
    mode,
    insertion: card.insertion,
    holder,
    cardSerial: card.serial,
    typedSerial: card.serial ?? "",
    photo: null,
    expiresAt: now + idleMs,
  }
}

/**
 * What a change in the readers does to the lock. Taking the card out changes nothing: the patient gets it
 * back at once. The same card coming back keeps the patient; another card ends the lock, and so does a card
 * that can't be read, because it may be the next patient's.
 */
export function afterCards(
  patient: LockedPatient | null,
  before: ReadersState | null,
  now: ReadersState,
): { patient: LockedPatient | null; end: LockEnd | null } {
  if (!patient) return { patient, end: null }
  if (unreadableCards(now).some((slot) => !unreadableCards(before).includes(slot))) {
    return { patient: null, end: "other-card" }
  }
  const card = vitaleInReader(now)
  if (!card || card.insertion === patient.insertion) return { patient, end: null }
  const same =
    card.serial === patient.cardSerial && card.holders.some((holder) => sameHolder(holder, patient.holder))
  return same
    ? { patient: { ...patient, insertion: card.insertion }, end: null }
    : { patient: null, end: "other-card" }
}

/** A card that is known to be no health card (or a CPS, not read yet) says nothing about the patient. */
const mayBeAPatients = new Set<ErrorCode>([
  "card-old-generation",
  "card-unreadable",
  "card-mute",
  "card-timeout",
])

function unreadableCards(state: ReadersState | null): string[] {
  return (state?.readers ?? []).flatMap(({ name, card }) =>
    card?.kind === "unknown" && mayBeAPatients.has(card.reason) ? [name] : [],
  )
}

function sameHolder(one: Holder, other: Holder): boolean {
  return (
    one.rank === other.rank &&
    one.familyName === other.familyName &&
    one.givenName === other.givenName &&
    one.birthDate === other.birthDate &&
    one.nir === other.nir
  )
}
