import { describe, expect, it } from "vitest"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { Holder, VitaleCard } from "../../shared/cards/vitale"
import { afterCards, lockHolder, vitaleInReader } from "./patient-lock"

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

const first = vitale("1111111111111111", zoe)
const patient = lockHolder(first, zoe, "live", 0)

describe("patient lock", () => {
  it("card taken out, patient stays", () => {
    expect(afterCards(patient, slots(first), slots(null))).toEqual({ patient, end: null })
  })

  it("same card back, patient stays under the new stay", () => {
    const { patient: after, end } = afterCards(patient, slots(null), slots(vitale("2222222222222222", zoe)))
    expect([after?.holder, after?.insertion, end]).toEqual([zoe, "2222222222222222", null])
  })

  it("another card, patient is forgotten", () => {
    const other = slots(vitale("3333333333333333", jeanne))
    expect(afterCards(patient, slots(null), other)).toEqual({ patient: null, end: "other-card" })
  })

  it("same people but another serial number, is another card", () => {
    const twin = slots({ ...vitale("4444444444444444", zoe), serial: "01024576124" })
    expect(afterCards(patient, slots(null), twin).end).toBe("other-card")
  })

  it.each(["card-mute", "card-old-generation", "card-unreadable", "card-timeout"] as const)(
    "%s, may be the next patient's card and ends the lock",
    (reason) => {
      const now = slots({ kind: "unknown", atr: "3B00", reason })
      expect(afterCards(patient, slots(null), now)).toEqual({ patient: null, end: "other-card" })
    },
  )

  it("unreadable card that was already there, ends nothing", () => {
    const there: CardInReader = { kind: "unknown", atr: "3B00", reason: "card-unreadable" }
    expect(afterCards(patient, slots(there, first), slots(there, null)).end).toBeNull()
  })

  it("card of another kind, ends nothing", () => {
    const now = slots(first, { kind: "unknown", atr: "3BAC", reason: "card-unknown" })
    expect(afterCards(patient, slots(first, null), now).end).toBeNull()
  })

  it("two Vitale cards at once, neither is the patient's", () => {
    expect(vitaleInReader(slots(first, vitale("5555555555555555", jeanne)))).toBeNull()
  })
})
