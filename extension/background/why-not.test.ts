import { describe, expect, it } from "vitest"
import type { LockedPatient, Mode, PageView } from "../messages/panel-state"
import { whyNot } from "./why-not"

const patient = (mode: Mode): LockedPatient => ({
  source: "vitale",
  mode,
  insertion: "0123456789abcdef",
  holder: { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null },
  cardSerial: null,
  typedSerial: "",
  photo: null,
  expiresAt: 0,
})
const page = (imitation: boolean): PageView => ({
  state: "portal",
  tab: 1,
  description: { portal: "mes", imitation, page: "mes.birth-date", reason: null, fields: [] },
})

describe("why nothing may be filled", () => {
  it("real patient on the real portal, may", () => {
    expect(whyNot({ patient: patient("live"), page: page(false) })).toBeNull()
  })

  it("fictitious patient on the imitation, may", () => {
    expect(whyNot({ patient: patient("training"), page: page(true) })).toBeNull()
  })

  it("fictitious patient on the real portal, never", () => {
    expect(whyNot({ patient: patient("training"), page: page(false) })).toBe("training-on-real")
  })

  it("real patient on an imitation, never", () => {
    expect(whyNot({ patient: patient("live"), page: page(true) })).toBe("real-on-imitation")
  })

  it("nobody chosen, says so", () => {
    expect(whyNot({ patient: null, page: page(false) })).toBe("no-patient")
  })

  it("no known page, says so", () => {
    expect(whyNot({ patient: patient("live"), page: { state: "no-portal" } })).toBe("page-unknown")
  })
})
