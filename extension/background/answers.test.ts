import { describe, expect, it } from "vitest"
import type { Holder } from "../../shared/cards/vitale"
import type { InsDatamatrix } from "../../shared/identity/ins-datamatrix"
import { demonstrationOid, niaOid } from "../../shared/identity/ins-oid"
import type { PatientSource } from "../../shared/identity/patient-source"
import type { LockedPatient } from "../messages/patient"
import { type Holding, holdings } from "../portals/vocabulary"
import { answersFor } from "./answers"
import { lockPatient, withSecondSource } from "./patient-lock"

const zoe: Holder = {
  rank: 1,
  familyName: "ADRUN",
  givenName: "ZOE",
  birthDate: "19751231",
  nir: "275126322074974",
}

const how = { mode: "live", now: 0, idleMs: 600_000, lock: "a lock" } as const
const today = { year: 2026, month: 11, day: 24 }

function lock(holder: Partial<Holder>, more: Partial<LockedPatient> = {}): LockedPatient {
  return { ...lockPatient(card(holder), how), ...more }
}

const card = (holder: Partial<Holder>): PatientSource => ({
  kind: "vitale",
  insertion: "0123456789abcdef",
  holder: { ...zoe, ...holder },
  cardSerial: null,
})

const answer = (patient: LockedPatient, field: Holding) => answersFor(patient, [field], today)[field]

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

const document: InsDatamatrix = {
  kind: "demonstration",
  matricule: "275126322074974",
  oid: demonstrationOid,
  birthGivenNames: "ZOE",
  birthFamilyName: "ADRUN",
  sex: "F",
  birthDate: "19751231",
  birthPlace: null,
}
const scanned = (more: Partial<InsDatamatrix> = {}): PatientSource => ({
  kind: "datamatrix",
  read: { ...document, ...more },
})

describe("answers from a document", () => {
  const of = (more: Partial<InsDatamatrix>, given: string | null = null) => ({
    ...lockPatient(scanned(more), how),
    givenName: given,
  })

  it("matricule, is the qualified one", () => {
    expect(answer(of({}), "patient.matricule")).toEqual({ value: "275126322074974" })
  })

  it("number printed on the card, is an adult's own NIR", () => {
    expect(answer(of({}), "patient.nir")).toEqual({ value: "275126322074974" })
  })

  it.each([
    ["child", { birthDate: "20100807", matricule: "110085935083518" }],
    ["day before the eighteenth birthday", { birthDate: "20081125" }],
    ["waiting number", { oid: niaOid }],
    ["waiting number by its digit", { matricule: "775126322074962" }],
  ])("number printed on the card, %s: the document doesn't tell", (_, more) => {
    expect(answer(of(more), "patient.nir")).toEqual({ refusal: "number-of-card" })
  })

  it("one given name, is the one", () => {
    expect(answer(of({}), "patient.givenName")).toEqual({ value: "ZOE" })
  })

  it("several given names, where the first ends is said by a person", () => {
    const list = { birthGivenNames: "ANNE MARIE CLAIRE" }
    expect(answer(of(list), "patient.givenName")).toEqual({ refusal: "given-name-needed" })
    expect(answer(of(list, "ANNE MARIE"), "patient.givenName")).toEqual({ value: "ANNE MARIE" })
    expect(answer(of(list, "MARIE"), "patient.givenName")).toEqual({ refusal: "given-name-needed" })
  })
})

describe("answers from two sources", () => {
  const both = withSecondSource(
    lock({ familyName: "USED", birthDate: "19751231" }),
    scanned({ birthGivenNames: "ZOE ANNE" }),
  )

  it("name, is the birth name of the document; given name, the one of the card while nobody said", () => {
    expect(answer(both, "patient.familyName")).toEqual({ value: "ADRUN" })
    expect(answer(both, "patient.givenName")).toEqual({ value: "ZOE" })
  })

  it("number printed on the card, is the card's", () => {
    const child = withSecondSource(lock({ nir: "260058815400233" }), scanned())
    expect(answer(child, "patient.nir")).toEqual({ value: "260058815400233" })
    expect(answer(child, "patient.matricule")).toEqual({ value: "275126322074974" })
  })
})
