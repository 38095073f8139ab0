import { describe, expect, it } from "vitest"
import { portalView } from "../../test/portal-view"
import { lockedZoe as patient, prepared, zoeTraits } from "../../test/prepared"
import { trackOf } from "./filing-track"
import { type FilingRequest, whyNotFiled } from "./why-not-filed"

const shown = { ...zoeTraits, source: "page" as const }
const page = portalView({ page: "webps.add-document", showsPatient: true }, { shown })

const request = (change: Partial<FilingRequest> = {}): FilingRequest => ({
  document: prepared(),
  revision: 3,
  patient,
  page,
  pageChecked: false,
  tracks: [],
  today: { year: 2026, month: 11, day: 25 },
  ...change,
})
const weak = { source: "typed", familyName: "ADRUN", givenName: "ZOE" } as const
const nobody = portalView({ page: "webps.add-document", showsPatient: true })
const track = trackOf(prepared({ id: "b2" }), "Synthèse", {
  mode: "live",
  tab: 1,
  document: "0123456789abcdef",
})

describe("why a document is not filed", () => {
  it("lock, page and document of one patient, nothing keeps it", () => {
    expect(whyNotFiled(request())).toBeNull()
  })

  it.each([
    ["gone", request({ document: undefined }), "document-gone"],
    ["changed since it was shown", request({ revision: 2 }), "document-changed"],
    ["attached to nobody", request({ document: prepared({ patient: null }) }), "document-unattached"],
    [
      "of another patient",
      request({
        document: prepared({ patient: { mode: "live", traits: { ...zoeTraits, birthDate: "19800302" } } }),
      }),
      "document-other-patient",
    ],
    [
      "fictitious with a real patient locked",
      request({ document: prepared({ patient: { mode: "training", traits: zoeTraits } }) }),
      "document-other-mode",
    ],
    [
      "whose traits prove nothing",
      request({ document: prepared({ patient: { mode: "live", traits: weak } }) }),
      "document-patient-unsure",
    ],
    [
      "whose traits prove nothing, prepared under another lock",
      request({ document: prepared({ patient: { mode: "live", traits: weak, lock: "lock-0" } }) }),
      "document-patient-unsure",
    ],
    [
      "that names somebody else",
      request({ document: prepared({ otherPatient: { marks: ["name"], answered: false } }) }),
      "document-other-named",
    ],
    [
      "on a form",
      request({ document: prepared({ filing: { state: "on-the-form", at: 1 } }) }),
      "document-on-a-form",
    ],
    ["filed", request({ document: prepared({ filing: { state: "filed", at: 1 } }) }), "document-filed"],
    [
      "to be checked",
      request({ document: prepared({ filing: { state: "to-check", at: 1 } }) }),
      "document-to-check",
    ],
    ["without a type", request({ document: prepared({ type: null }) }), "document-not-ready"],
    ["without a visibility", request({ document: prepared({ visibility: [] }) }), "document-not-ready"],
    ["dated tomorrow", request({ document: prepared({ date: "2026-11-26" }) }), "document-not-ready"],
    ["while another stands on this form", request({ tracks: [track] }), "form-holds-another"],
    [
      "on another page",
      request({ page: portalView({ page: "webps.dashboard" }, { shown }) }),
      "no-document-form",
    ],
    ["on a page that shows nobody", request({ page: nobody }), "page-patient-unsure"],
    [
      "on a page of another",
      request({
        page: portalView(
          { page: "webps.add-document", showsPatient: true },
          { shown: { ...shown, birthDate: "19800302" } },
        ),
        pageChecked: true,
      }),
      "other-patient-shown",
    ],
  ] as const)("document %s", (_name, asked, reason) => expect(whyNotFiled(asked)).toBe(reason))

  it("traits that prove nothing, are this patient's under the very lock in which it was prepared", () => {
    const document = prepared({ patient: { mode: "live", traits: weak, lock: "lock-1" } })
    expect(whyNotFiled(request({ document }))).toBeNull()
  })

  it("another patient's traits, are so under any lock", () => {
    const traits = { ...zoeTraits, birthDate: "19800302" }
    const document = prepared({ patient: { mode: "live", traits, lock: "lock-1" } })
    expect(whyNotFiled(request({ document }))).toBe("document-other-patient")
  })

  it("page that shows nobody, is this patient's when the person said so", () => {
    expect(whyNotFiled(request({ page: nobody, pageChecked: true }))).toBeNull()
  })

  it("refused before, or with the warning answered, may be written again", () => {
    const document = prepared({
      filing: { state: "refused", at: 1, sentences: [] },
      otherPatient: { marks: ["name"], answered: true },
    })
    expect(whyNotFiled(request({ document, tracks: [{ ...track, id: "a1" }] }))).toBeNull()
  })
})
