import { describe, expect, it } from "vitest"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { Holder, VitaleCard } from "../../shared/cards/vitale"
import { errorCodes } from "../../shared/protocol/errors"
import { afterCards, lockHolder, staysIn, vitaleInReader } from "./patient-lock"

const zoe: Holder = { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null }
const jeanne: Holder = { rank: 1, familyName: "DARK", givenName: "JEANNE", birthDate: "19600530", nir: null }

const vitale = (insertion: string, ...holders: Holder[]): VitaleCard => ({
  kind: "vitale",
  insertion,
  holders,
  serial: null,
})
const slots = (...cards: (CardInReader | null)[]): ReadersState => ({
  trouble: null,
  readers: cards.map((card, slot) => ({ name: `slot ${slot}`, card })),
})
const unknown = (reason: (typeof errorCodes)[number]): CardInReader => ({
  kind: "unknown",
  atr: "3B00",
  reason,
})

const first = vitale("1111111111111111", zoe)
const patient = lockHolder(first, zoe, { mode: "live", now: 0, lock: "a lock" })
const outcome = (before: ReadersState, now: ReadersState) => afterCards(patient, staysIn(before), now)

describe("patient lock", () => {
  it("card taken out, patient stays", () => {
    expect(outcome(slots(first), slots(null))).toEqual({ patient, end: null })
  })

  it("same card back, patient stays under the new stay", () => {
    const { patient: kept, end } = outcome(slots(null), slots(vitale("2222222222222222", zoe)))
    expect([kept?.holder, kept?.insertion, kept?.lock, end]).toEqual([
      zoe,
      "2222222222222222",
      "a lock",
      null,
    ])
  })

  it("another card, patient is forgotten", () => {
    const other = slots(vitale("3333333333333333", jeanne))
    expect(outcome(slots(null), other)).toEqual({ patient: null, end: "other-card" })
  })

  it("another card in the second slot, patient is forgotten although their card is still there", () => {
    const both = slots(first, vitale("3333333333333333", jeanne))
    expect(outcome(slots(first, null), both).end).toBe("other-card")
  })

  it("same people but another serial number, is another card", () => {
    const twin = slots({ ...vitale("4444444444444444", zoe), serial: "01024576124" })
    expect(outcome(slots(null), twin).end).toBe("other-card")
  })

  it.each(errorCodes.filter((code) => code !== "card-unknown"))(
    "card that can't be read (%s), may be the next patient's and ends the lock",
    (reason) => {
      expect(outcome(slots(null), slots(unknown(reason)))).toEqual({ patient: null, end: "other-card" })
    },
  )

  it("unreadable card that was already there, ends nothing", () => {
    const there = unknown("card-unreadable")
    expect(outcome(slots(there, first), slots(there, null)).end).toBeNull()
  })

  it("card of another kind, ends nothing", () => {
    expect(outcome(slots(first, null), slots(first, unknown("card-unknown"))).end).toBeNull()
  })

  it("bridge started again, the cards that were there end nothing", () => {
    const there = slots(first, unknown("card-mute"))
    const again = slots(vitale("5555555555555555", zoe), unknown("card-mute"))
    expect(afterCards(patient, staysIn(there), again).patient?.insertion).toBe("5555555555555555")
  })

  it("two Vitale cards at once, neither is the patient's", () => {
    expect(vitaleInReader(slots(first, vitale("6666666666666666", jeanne)))).toBeNull()
  })
})
