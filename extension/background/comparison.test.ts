import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Traits } from "../../shared/identity/traits"
import { portalView } from "../../test/portal-view"
import { comparisonOf, listView } from "./comparison"
import { lockPatient } from "./patient-lock"

const zoe = {
  familyName: "ADRUN",
  givenName: "ZOE",
  birthDate: "19751231",
  sex: null,
  nir: "275126322074974",
}
const patient = lockPatient(
  { kind: "typed", typed: zoe },
  { mode: "live", now: 0, idleMs: 600_000, lock: "a lock" },
)
const page = (people: Traits[]) =>
  portalView(
    { page: "webps.selection", showsPatient: true },
    {
      shown: people.length === 1 ? (people[0] ?? null) : null,
      listed: people.length > 1 ? people : [],
    },
  )
const person = (traits: Omit<Traits, "source">): Traits => ({ source: "page", ...traits })
const verdicts = (...people: Traits[]) =>
  listView({ patient, page: page(people) })?.people.map(({ verdict }) => verdict)

describe("people of a list", () => {
  const right = person({ familyName: "ADRUN", givenName: "ZOÉ", birthDate: "19751231" })
  const homonym = person({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19601231" })

  it("homonyms, are told apart by the birth date, and are named so", () => {
    expect(verdicts(homonym, right)).toEqual(["different", "same"])
    expect(listView({ patient, page: page([homonym, right]) })?.people.every((it) => it.homonym)).toBe(true)
  })

  it("names alone, tell nobody apart", () => {
    const name = person({ wholeName: "ADRUN ZOE" })
    expect(verdicts(name, name)).toEqual(["cannot-tell", "cannot-tell"])
    expect(listView({ patient, page: page([name, name]) })?.namesOnly).toBe(true)
  })

  it("list, is no comparison with the page: nobody in it is meant yet", () => {
    expect(comparisonOf({ patient, page: page([homonym, right]) })).toBeNull()
  })

  const digits = fc.date({ min: new Date("1900-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
  const stranger = fc.record({
    familyName: fc.constantFrom("ADRUN", "CORSE", "MARTIN"),
    givenName: fc.constantFrom("ZOE", "ANTHONY", "ANNE"),
    birthDate: digits.map((date) => date.toISOString().slice(0, 10).replaceAll("-", "")),
  })

  it("our patient's name with another birth date, is never the same", () => {
    fc.assert(
      fc.property(stranger, (traits) => {
        fc.pre(traits.birthDate !== zoe.birthDate)
        expect(verdicts(person({ ...traits, familyName: "ADRUN", givenName: "ZOE" }), right)?.[0]).toBe(
          "different",
        )
      }),
    )
  })

  it("order of the list, changes nothing for anybody in it", () => {
    fc.assert(
      fc.property(fc.array(stranger, { minLength: 2, maxLength: 8 }), (people) => {
        const listed = people.map(person)
        expect(verdicts(...listed.toReversed())).toEqual(verdicts(...listed)?.toReversed())
      }),
    )
  })
})
