import { describe, expect, it } from "vitest"
import { daysLeft, isExpired, lastDay } from "./cps-validity"

const card = { validTo: "2027-01-31T22:59:59Z" }
const left = (now: string) => daysLeft(card, Date.parse(now))

describe("validity of a CPS", () => {
  it("last day, is the one in France and still counts", () => {
    expect(lastDay(card)).toBe("31/01/2027")
    expect(left("2027-01-31T00:00:00Z")).toBe(0)
    expect(isExpired(card, Date.parse("2027-01-31T22:00:00Z"))).toBe(false)
  })

  it("days left, are days of the calendar in France, over the change of the hour too", () => {
    expect(left("2027-01-30T23:30:00Z")).toBe(0)
    expect(left("2027-01-30T22:30:00Z")).toBe(1)
    expect(left("2026-12-02T12:00:00Z")).toBe(60)
    expect(left("2026-12-01T12:00:00Z")).toBe(61)
    expect(daysLeft({ validTo: "2027-03-29T21:59:59Z" }, Date.parse("2027-03-27T12:00:00Z"))).toBe(2)
  })

  it("over, is negative", () => {
    expect(left("2027-02-01T12:00:00Z")).toBe(-1)
  })
})
