import { describe, expect, it } from "vitest"
import type { Holder } from "../../shared/cards/vitale"
import type { LockedPatient } from "../messages/panel-state"
import { type Holding, holdings } from "../portals/vocabulary"
import { answersFor } from "./answers"

const zoe: Holder = {
  rank: 1,
  familyName: "ADRUN",
  givenName: "ZOE",
  birthDate: "19751231",
  nir: "275126322074974",
}

function lock(holder: Partial<Holder>, more: Partial<LockedPatient> = {}): LockedPatient {
  return {
    lock: "a lock",
    source: "vitale",
    mode: "live",
    insertion: "0123456789abcdef",
    holder: { ...zoe, ...holder },
    cardSerial: null,
    typedSerial: "",
    photo: null,
    expiresAt: 0,
    ...more,
  }
}

const answer = (patient: LockedPatient, field: Holding) => answersFor(patient, [field])[field]

describe("answers", () => {
  it("own number, is a matricule for the search and a number for the activation", () => {
    expect(answer(lock({}), "patient.matricule")).toEqual({ value: "275126322074974" })
    expect(answer(lock({}), "patient.nir")).toEqual({ value: "275126322074974" })
  })

  it("child with the insured person's number, no matricule, but the number for the activation", () => {
    const child = lock({ birthDate: "20100807", nir: "260058815400233" })
    expect(answer(child, "patient.matricule")).toEqual({ refusal: "number-of-insured" })
    expect(answer(child, "patient.nir")).toEqual({ value: "260058815400233" })
    expect(answer(child, "patient.birthDate")).toEqual({ value: "20100807" })
  })

  it("born in Corsica, the matricule keeps its letter", () => {
    const anthony = lock({ birthDate: "19800302", nir: "180032B02040123" })
    expect(answer(anthony, "patient.matricule")).toEqual({ value: "180032B02040123" })
  })

  it("lunar date, date refused, year known, matricule not sure", () => {
    const lunar = lock({ birthDate: "19842001", nir: "284202B32102528" })
    expect(answer(lunar, "patient.birthDate")).toEqual({ refusal: "lunar-date" })
    expect(answer(lunar, "patient.birthYear")).toEqual({ value: "1984" })
    expect(answer(lunar, "patient.matricule")).toEqual({ refusal: "number-unsure" })
  })

  it("no number on the card, is said for both", () => {
    expect(answer(lock({ nir: null }), "patient.nir")).toEqual({ refusal: "no-number" })
    expect(answer(lock({ nir: null }), "patient.matricule")).toEqual({ refusal: "no-number" })
  })

  it.each([
    ["", true, { refusal: "serial-needed" }],
    ["01024576124", null, { value: "01024576124" }],
    ["0102457612 4", true, { value: "01024576124" }],
    ["01024576125", true, { value: "01024576125" }],
    ["12345678", true, { value: "12345678" }],
    ["12345678", false, { value: "12345678" }],
    ["ABC", false, { refusal: "serial-malformed" }],
  ])("serial %j, with photo %s", (typedSerial, photo, expected) => {
    expect(answer(lock({}, { typedSerial, photo }), "card.serial")).toEqual(expected)
  })

  it("photo, is never guessed", () => {
    expect(answer(lock({}), "card.photo")).toEqual({ refusal: "photo-needed" })
    expect(answer(lock({}, { photo: false }), "card.photo")).toEqual({ value: "without" })
  })

  it("every kind of field, has an answer or a reason", () => {
    for (const field of holdings) expect(answer(lock({ familyName: "", givenName: "" }), field)).toBeDefined()
  })
})
