import { describe, expect, it } from "vitest"
import type { CpsCard } from "../../shared/cards/cps"
import { cardWarnings, cpsWarns } from "./cps-warnings"

const now = Date.parse("2026-11-25T12:00:00Z")
const card = (validTo: string, test = false): CpsCard => ({
  kind: "cps",
  insertion: "0123456789abcdef",
  generation: "cps4",
  serial: null,
  professional: {
    familyName: "FICTIVE-MARTIN",
    givenName: "CAMILLE",
    pseudonym: null,
    idNat: null,
    profession: null,
    structure: null,
    organisation: null,
    validFrom: "2024-01-01T00:00:00Z",
    validTo,
    test,
  },
  reason: null,
})
const good = card("2028-01-01T00:00:00Z")
const quiet = { left: null, other: false }

describe("warnings about a CPS", () => {
  it.each([
    ["sixty-one days more, not yet", "2027-01-25T22:59:59Z", []],
    ["sixty days more, soon over", "2027-01-24T22:59:59Z", ["ends-soon"]],
    ["its last hours, soon over", "2026-11-25T22:59:59Z", ["ends-soon"]],
    ["ended an hour ago, over", "2026-11-25T11:00:00Z", ["expired"]],
    ["ended years ago, over", "2022-02-28T23:59:59Z", ["expired"]],
  ])("%s", (_, validTo, expected) => {
    expect(cardWarnings(card(validTo), "live", now)).toEqual(expected)
  })

  it("test card, warns where patients are real and nowhere else", () => {
    const test = card("2028-01-01T00:00:00Z", true)
    expect(cardWarnings(test, "live", now)).toEqual(["test"])
    expect(cardWarnings(test, "training", now)).toEqual([])
  })

  it("card that does not say whose it is, has no warning of its own", () => {
    expect(cardWarnings({ ...good, professional: null }, "live", now)).toEqual([])
  })

  it("light of the header, warns of all of it and is calm otherwise", () => {
    expect(cpsWarns([good], quiet, "live", now)).toBe(false)
    expect(cpsWarns([], quiet, null, now)).toBe(false)
    expect(cpsWarns([good, good], quiet, "live", now)).toBe(true)
    expect(cpsWarns([], { left: { who: null }, other: false }, "live", now)).toBe(true)
    expect(cpsWarns([good], { left: null, other: true }, "live", now)).toBe(true)
    expect(cpsWarns([card("2022-02-28T23:59:59Z")], quiet, "training", now)).toBe(true)
  })
})
