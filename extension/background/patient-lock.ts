import type { ReadersState } from "../../shared/cards/readers"
import type { Holder, VitaleCard } from "../../shared/cards/vitale"
import type { LockEnd, LockedPatient, Mode } from "../messages/panel-state"

/** Time without an act of the user after which the patient is forgotten. Milliseconds. */
export const idleMs = 10 * 60_000

/** The Vitale cards that are in the readers and have been read. */
export function vitaleCards(readers: ReadersState | null): VitaleCard[] {
  return (readers?.readers ?? []).flatMap(({ card }) => (card?.kind === "vitale" ? [card] : []))
}

/** The one Vitale card in the readers. With two of them, none: the user takes one out. */
export function vitaleInReader(readers: ReadersState | null): VitaleCard | null {
  const [only, other] = vitaleCards(readers)
  return only && !other ? only : null
}

/** Locks one holder of a card. The card's serial number is taken as typed: the person compares and corrects. */
export function lockHolder(
  card: VitaleCard,
  holder: Holder,
  { mode, now, lock }: { mode: Mode; now: number; lock: string },
): LockedPatient {
  return {
    lock,
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
 * What names each stay of a card in a reader. `card-unknown` is no health card, or a CPS, which is not read
 * yet: it says nothing about the patient and has no name here.
 */
export function staysIn(readers: ReadersState): string[] {
  return readers.readers.flatMap(({ name, card }) => {
    if (card?.kind === "vitale") return [card.insertion]
    return card?.kind === "unknown" && card.reason !== "card-unknown"
      ? [`${name} ${card.atr} ${card.reason}`]
      : []
  })
}

/**
 * What a change in the readers does to the lock. Taking the card out changes nothing: the patient gets it
 * back at once. The same card coming back keeps the patient; another one ends the lock, and so does a card
 * that can't be read, whatever the reason, because it may be the next patient's.
 * `seen` are the stays that were there before; they are remembered over a lost link, so that a reconnection
 * is no new card.
 */
export function afterCards(
  patient: LockedPatient | null,
  seen: readonly string[],
  now: ReadersState,
): { patient: LockedPatient | null; end: LockEnd | null } {
  if (!patient) return { patient, end: null }
  const fresh = new Set(staysIn(now).filter((stay) => !seen.includes(stay)))
  const back = vitaleCards(now).find((card) => fresh.has(card.insertion) && holds(card, patient))
  if (back) fresh.delete(back.insertion)
  if (fresh.size > 0) return { patient: null, end: "other-card" }
  return { patient: back ? { ...patient, insertion: back.insertion } : patient, end: null }
}

/** Whether this card is the one that the patient was read from, as far as its data tell. */
export function holds(card: VitaleCard, patient: LockedPatient): boolean {
  return (
    card.serial === patient.cardSerial && card.holders.some((holder) => sameHolder(holder, patient.holder))
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
