import { describe, expect, it } from "vitest"
import { mayBeFiled } from "./filing-place"
import { statusOf } from "./status"
import { aDocument } from "./test-documents"
import { lockOf } from "./test-lock"

const zoe = lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" })
const anne = lockOf({ familyName: "MARTIN", givenName: "ANNE", birthDate: "19800101" })
const status = (change: Parameters<typeof aDocument>[0], lock = zoe) =>
  statusOf(aDocument(change), lock).status

describe("where a row stands", () => {
  it("everything decided, is ready, also while another patient is locked", () => {
    expect([status({}), status({}, anne)]).toEqual(["ready", "ready"])
  })

  it("something open, is to be completed, before it is said that it belongs to nobody", () => {
    expect(status({ title: "" })).toBe("to-complete")
    expect(status({ title: "", patient: null })).toBe("to-complete")
    expect(status({ patient: null })).toBe("unattached")
  })

  it("another patient named and not answered, goes before all else but filed", () => {
    const otherPatient = { marks: ["nir" as const], answered: false }
    expect(status({ otherPatient, title: "" })).toBe("other-named")
    expect(status({ otherPatient: { ...otherPatient, answered: true } })).toBe("ready")
    expect(status({ otherPatient, filing: { state: "filed", at: 1 } })).toBe("filed")
  })

  it("refused and to be checked, say so", () => {
    expect(status({ filing: { state: "refused", at: 1, sentences: [] } })).toBe("refused")
    expect(status({ filing: { state: "to-check", at: 1 } })).toBe("to-check")
  })
})

describe("document offered to the form", () => {
  const offered = (change: Parameters<typeof aDocument>[0], lock = zoe) => {
    const document = aDocument(change)
    return mayBeFiled(document, statusOf(document, lock))
  }

  it("ready and the locked patient's, is offered, after a refusal too", () => {
    expect(offered({})).toBe(true)
    expect(offered({ filing: { state: "refused", at: 1, sentences: ["Non"] } })).toBe(true)
  })

  it.each([
    ["not complete", { visibility: [] }, zoe],
    ["another patient's", {}, anne],
    ["nobody's", { patient: null }, zoe],
    ["on a form already", { filing: { state: "on-the-form", at: 1 } }, zoe],
    ["to be checked on the portal", { filing: { state: "to-check", at: 1 } }, zoe],
    ["filed", { filing: { state: "filed", at: 1 } }, zoe],
    ["not answered for", { otherPatient: { marks: ["name"], answered: false } }, zoe],
  ] as const)("%s, is not offered", (_, change, lock) => {
    expect(offered(change as Parameters<typeof aDocument>[0], lock)).toBe(false)
  })
})
