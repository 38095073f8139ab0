import { describe, expect, it } from "vitest"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { Holder, VitaleCard } from "../../shared/cards/vitale"
import type { InsDatamatrix } from "../../shared/identity/ins-datamatrix"
import { demonstrationOid } from "../../shared/identity/ins-oid"
import { vitaleOf } from "../../shared/identity/patient-source"
import { errorCodes } from "../../shared/protocol/errors"
import type { LockedPatient } from "../messages/patient"
import { staysIn, vitaleInReader } from "./cards-in-readers"
import { afterCards, decided, lockPatient, sourcesAgree, withSecondSource } from "./patient-lock"

const zoe: Holder = { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null }
const jeanne: Holder = { rank: 1, familyName: "DARK", givenName: "JEANNE", birthDate: "19600530", nir: null }

const vitale = (insertion: string, ...holders: Holder[]): VitaleCard => ({
  kind: "vitale",
  insertion,
  holders,
  serial: null,
  validFrom: null,
  unknownTags: [],
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
const how = { mode: "live", now: 0, idleMs: 600_000, lock: "a lock" } as const
const bySource = (card: VitaleCard, holder: Holder) =>
  ({ kind: "vitale", insertion: card.insertion, holder, cardSerial: card.serial }) as const
const patient = lockPatient(bySource(first, zoe), how)
const cardOf = (locked: LockedPatient | null) => (locked ? vitaleOf(locked.sources) : null)
const outcome = (before: ReadersState, now: ReadersState) => afterCards(patient, staysIn(before), now)

describe("patient lock", () => {
  it("card taken out, patient stays", () => {
    expect(outcome(slots(first), slots(null))).toEqual({ patient, end: null })
  })

  it("same card back, patient stays under the new stay", () => {
    const { patient: kept, end } = outcome(slots(null), slots(vitale("2222222222222222", zoe)))
    expect([cardOf(kept)?.holder, cardOf(kept)?.insertion, kept?.lock, end]).toEqual([
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

  const others = ["card-unknown", "card-not-health"] as const
  it.each(errorCodes.filter((code) => !others.some((other) => other === code)))(
    "card that can't be read (%s), may be the next patient's and ends the lock",
    (reason) => {
      expect(outcome(slots(null), slots(unknown(reason)))).toEqual({ patient: null, end: "other-card" })
    },
  )

  it("unreadable card that was already there, ends nothing", () => {
    const there = unknown("card-unreadable")
    expect(outcome(slots(there, first), slots(there, null)).end).toBeNull()
  })

  it.each(others)("card of another kind (%s), ends nothing", (reason) => {
    expect(outcome(slots(first, null), slots(first, unknown(reason))).end).toBeNull()
  })

  it.each([null, "card-unreadable", "card-held", "cps-contactless"] as const)(
    "CPS in any reader, read or not (%s), ends nothing",
    (reason) => {
      const cps: CardInReader = {
        kind: "cps",
        insertion: "7777777777777777",
        generation: "cps3",
        serial: null,
        professional: null,
        reason,
      }
      expect(outcome(slots(first, null), slots(first, cps))).toEqual({ patient, end: null })
      expect(outcome(slots(null, first), slots(cps, first))).toEqual({ patient, end: null })
      expect(vitaleInReader(slots(cps, first))).toBe(first)
    },
  )

  it("bridge started again, the cards that were there end nothing", () => {
    const there = slots(first, unknown("card-mute"))
    const again = slots(vitale("5555555555555555", zoe), unknown("card-mute"))
    expect(cardOf(afterCards(patient, staysIn(there), again).patient)?.insertion).toBe("5555555555555555")
  })

  describe("where taking the card out is to end the lock", () => {
    const removal = (before: ReadersState | null, now: ReadersState) =>
      afterCards(patient, before ? staysIn(before) : [first.insertion], now, before).end

    it("card taken out, alone or with its reader, patient is forgotten", () => {
      expect(removal(slots(first), slots(null))).toBe("card-removed")
      expect(removal(slots(first), { trouble: "no-reader", readers: [] })).toBe("card-removed")
    })

    it("card taken out while another one is read, patient is forgotten at once", () => {
      expect(removal(slots(first, null), slots(null, { kind: "reading" }))).toBe("card-removed")
    })

    it("card moved to the other reader, or other readers that change, patient stays", () => {
      const again = vitale("2222222222222222", zoe)
      expect(removal(slots(first, null), slots(null, again))).toBeNull()
      expect(removal(slots(first, null), slots(first))).toBeNull()
      expect(removal(slots(first), slots(first, unknown("card-not-health")))).toBeNull()
    })

    it("another card put in its place, is said rather than the removal", () => {
      expect(removal(slots(first), slots(vitale("3333333333333333", jeanne)))).toBe("other-card")
    })

    it("link that was lost, or card service that stopped, is no removal", () => {
      expect(removal(null, slots(null))).toBeNull()
      expect(removal(slots(first), { trouble: "no-reader-service", readers: [] })).toBeNull()
    })

    it("patient chosen without a card, or whose card was out before, stays", () => {
      expect(removal(slots(null, first), slots(null, first))).toBeNull()
      expect(removal(slots(null), slots(null))).toBeNull()
      const typed = lockPatient(scanned(), how)
      expect(afterCards(typed, [], slots(null), slots(vitale("2222222222222222", zoe))).end).toBeNull()
    })
  })

  it("two Vitale cards at once, neither is the patient's", () => {
    expect(vitaleInReader(slots(first, vitale("6666666666666666", jeanne)))).toBeNull()
  })
})

const document: InsDatamatrix = {
  kind: "demonstration",
  matricule: "275126322074974",
  oid: demonstrationOid,
  birthGivenNames: "ZOE ANNE",
  birthFamilyName: "ADRUN",
  sex: "F",
  birthDate: "19751231",
  birthPlace: null,
}
const scanned = (more: Partial<InsDatamatrix> = {}) =>
  ({ kind: "datamatrix", read: { ...document, ...more } }) as const
const other = { ...how, lock: "another lock" }

describe("patient chosen without a card", () => {
  const locked = lockPatient(scanned(), how)
  const upon = (card: CardInReader) => afterCards(locked, [], slots(card))

  it("their card comes, patient stays", () => {
    expect(upon(vitale("2222222222222222", zoe))).toEqual({ patient: locked, end: null })
  })

  it("card of somebody who may be them comes, patient stays until a person compares", () => {
    const usedName = { ...zoe, familyName: "MARTIN" }
    expect(upon(vitale("2222222222222222", usedName)).end).toBeNull()
  })

  it("card of nobody who could be them comes, patient is forgotten", () => {
    expect(upon(vitale("3333333333333333", jeanne))).toEqual({ patient: null, end: "other-card" })
  })

  it("card that can't be read comes, patient is forgotten", () => {
    expect(upon(unknown("card-unreadable")).end).toBe("other-card")
  })
})

describe("two sources of one patient", () => {
  const held = (more: Partial<InsDatamatrix>) => withSecondSource(patient, scanned(more))

  it("equal name and full birth date, agree by themselves", () => {
    expect(sourcesAgree(held({}))).toBe(true)
  })

  it("another birth date, contradict, and no word of a person makes them one", () => {
    const both = held({ birthDate: "19760131" })
    expect(sourcesAgree(both)).toBe(false)
    expect(sourcesAgree(decided(both, "same-person", other))).toBe(false)
  })

  it("another family name and all else equal, agree once a person says so", () => {
    const both = held({ birthFamilyName: "MARTIN" })
    expect(sourcesAgree(both)).toBe(false)
    const said = decided(both, "same-person", other)
    expect([sourcesAgree(said), said.lock]).toEqual([true, "a lock"])
  })

  it("first kept, is the patient as before", () => {
    expect(decided(held({ birthDate: "19760131" }), "keep-first", other)).toEqual(patient)
  })

  it("second kept, is another lock with nothing of the first", () => {
    const kept = decided(held({ birthDate: "19760131" }), "keep-second", other)
    expect(kept).toEqual(lockPatient(scanned({ birthDate: "19760131" }), other))
  })

  it("new document beside the card, takes the place of the document before and of what was said of it", () => {
    const said = decided(held({ birthFamilyName: "MARTIN" }), "same-person", other)
    const again = withSecondSource(said, scanned({ birthFamilyName: "DURAND" }))
    expect([again.sources.length, sourcesAgree(again)]).toEqual([2, false])
  })

  it("card held against a document, gives its serial number, which goes with it", () => {
    const card = { ...first, serial: "01024576124" }
    const both = withSecondSource(lockPatient(scanned(), how), bySource(card, zoe))
    expect(both.typedSerial).toBe("01024576124")
    expect(decided(both, "keep-first", other).typedSerial).toBe("")
  })

  it("another card while a card and a document are held, patient is forgotten", () => {
    const now = slots(first, vitale("3333333333333333", jeanne))
    expect(afterCards(held({}), staysIn(slots(first)), now).end).toBe("other-card")
  })
})
