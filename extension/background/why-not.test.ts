import { describe, expect, it } from "vitest"
import type { ReadersState } from "../../shared/cards/readers"
import { portalView } from "../../test/portal-view"
import type { PageView } from "../messages/panel-state"
import type { LockedPatient, Mode } from "../messages/patient"
import { lockPatient, withSecondSource } from "./patient-lock"
import { whyNot } from "./why-not"

const zoe = { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null }
const how = (mode: Mode) => ({ mode, now: 0, idleMs: 600_000, lock: "a lock" })
const patient = (mode: Mode): LockedPatient =>
  lockPatient({ kind: "vitale", insertion: "0123456789abcdef", holder: zoe, cardSerial: null }, how(mode))
const { rank: _, ...typed } = { ...zoe, sex: null }
const withoutCard = lockPatient({ kind: "typed", typed }, how("live"))
const noCard: ReadersState = { trouble: null, readers: [{ name: "slot", card: null }] }
const page = (imitation: boolean) => portalView({ portal: "mes", imitation, page: "mes.birth-date" })

describe("why nothing may be filled", () => {
  it("real patient on the real portal, may", () => {
    expect(whyNot({ patient: patient("live"), page: page(false), readers: noCard })).toBeNull()
  })

  it("fictitious patient on the imitation, may", () => {
    expect(whyNot({ patient: patient("training"), page: page(true), readers: noCard })).toBeNull()
  })

  it("fictitious patient on the real portal, never", () => {
    expect(whyNot({ patient: patient("training"), page: page(false), readers: noCard })).toBe(
      "training-on-real",
    )
  })

  it("real patient on an imitation, never", () => {
    expect(whyNot({ patient: patient("live"), page: page(true), readers: noCard })).toBe("real-on-imitation")
  })

  it("card being read, may be the next patient's: nothing until it is known", () => {
    const readers: ReadersState = { trouble: null, readers: [{ name: "slot", card: { kind: "reading" } }] }
    expect(whyNot({ patient: patient("live"), page: page(false), readers })).toBe("card-being-read")
  })

  it("another Vitale card in a reader, whose data is meant can't be told", () => {
    const card = {
      kind: "vitale" as const,
      insertion: "fedcba9876543210",
      holders: [{ rank: 1, familyName: "DARK", givenName: "JEANNE", birthDate: "19600530", nir: null }],
      serial: null,
      validFrom: null,
      unknownTags: [],
    }
    const readers: ReadersState = { trouble: null, readers: [{ name: "slot", card }] }
    expect(whyNot({ patient: patient("live"), page: page(false), readers })).toBe("other-card-in-reader")
  })

  it("page that shows somebody else, never", () => {
    const other = page(false)
    if (other.state !== "portal") throw new Error("a portal page")
    const shown = { source: "page", familyName: "DARK", givenName: "JEANNE", birthDate: "19600530" } as const
    const dashboard: PageView = { ...other, shown, description: { ...other.description, showsPatient: true } }
    expect(whyNot({ patient: patient("live"), page: dashboard, readers: noCard })).toBe("other-patient-shown")
  })

  it("no link to the readers, nothing: the card may have been changed unseen", () => {
    expect(whyNot({ patient: patient("live"), page: page(false), readers: null })).toBe("readers-unknown")
  })

  it("patient chosen without a card, needs no reader", () => {
    expect(whyNot({ patient: withoutCard, page: page(false), readers: null })).toBeNull()
  })

  it.each([
    ["ADRUN", null],
    ["MARTIN", "card-to-compare"],
    ["", "card-to-compare"],
  ])("patient chosen without a card, beside a card of « %s » born that day", (familyName, reason) => {
    const card = {
      kind: "vitale" as const,
      insertion: "fedcba9876543210",
      holders: [{ ...zoe, familyName }],
      serial: null,
      validFrom: null,
      unknownTags: [],
    }
    const readers: ReadersState = { trouble: null, readers: [{ name: "slot", card }] }
    expect(whyNot({ patient: withoutCard, page: page(false), readers })).toBe(reason)
  })

  it("two sources that differ, nothing before a person decides", () => {
    const other = { ...typed, birthDate: "19760131" }
    const both = withSecondSource(patient("live"), { kind: "typed", typed: other })
    expect(whyNot({ patient: both, page: page(false), readers: noCard })).toBe("sources-differ")
  })

  it("nobody chosen, says so", () => {
    expect(whyNot({ patient: null, page: page(false), readers: noCard })).toBe("no-patient")
  })

  it("no known page, says so", () => {
    expect(whyNot({ patient: patient("live"), page: { state: "no-portal" }, readers: noCard })).toBe(
      "page-unknown",
    )
  })
})
