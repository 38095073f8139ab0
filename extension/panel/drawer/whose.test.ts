import { describe, expect, it } from "vitest"
import { aDocument } from "./test-documents"
import { lockOf } from "./test-lock"
import { patientOfLock, whoseIs } from "./whose"

const zoe = lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" })

describe("whose a document is", () => {
  it("document without a patient, is nobody's", () => {
    expect(whoseIs(aDocument({ patient: null }), zoe)).toBe("unattached")
  })

  it("document of the locked patient, by name and full birth date, is theirs", () => {
    expect(whoseIs(aDocument(), zoe)).toBe("locked")
  })

  it("namesake with another birth date, is another patient", () => {
    expect(
      whoseIs(aDocument(), lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19751230" })),
    ).toBe("other")
  })

  it("nobody locked, or the other mode, is another patient's", () => {
    expect(whoseIs(aDocument(), null)).toBe("other")
    expect(whoseIs(aDocument(), { ...zoe, mode: "live" })).toBe("other")
  })

  it("lunar birth date, proves nothing except under the very lock for which it was prepared", () => {
    const lunar = lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19750000" })
    const document = aDocument({ patient: patientOfLock(lunar) })
    expect(whoseIs(document, lunar)).toBe("locked")
    expect(whoseIs(document, { ...lunar, lock: "a later one" })).toBe("cannot-tell")
  })

  it("second source of the lock that contradicts, makes it another patient's", () => {
    const [typed] = zoe.sources
    const wrong = lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19801231" }).sources[0]
    expect(whoseIs(aDocument(), { ...zoe, sources: [typed, wrong] })).toBe("other")
  })
})
