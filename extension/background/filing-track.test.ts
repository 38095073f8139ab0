import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { portalView } from "../../test/portal-view"
import { prepared, zoeTraits } from "../../test/prepared"
import type { PageDescription } from "../portals/vocabulary"
import { closed, type FilingTrack, type Followed, follow, trackOf } from "./filing-track"
import type { TrustedPage } from "./trusted-description"

const [form, later] = ["0123456789abcdef", "fedcba9876543210"]
const start = trackOf(prepared(), "CR d'imagerie médicale", { mode: "live", tab: 1, document: form })
const anthony = { source: "page", familyName: "CORSE", givenName: "ANTHONY", birthDate: "19800302" } as const

function page(
  id: string | null,
  said: Partial<PageDescription> = {},
  seen: Partial<TrustedPage> = {},
): TrustedPage {
  const { description } = portalView({ page: id, document: later, ...said })
  return {
    description,
    shown: { ...zoeTraits, source: "page" },
    listed: [],
    filing: null,
    practice: null,
    sentences: [],
    ...seen,
  }
}

const synthesis = (
  filing: TrustedPage["filing"] = { content: "radio.pdf (15 octets)", title: "Radio du genou" },
) => page("webps.synthesis", {}, { filing })
const signature = page("webps.signature")
const filed = page("webps.filed", {}, { filing: { title: "Radio du genou" } })

/** What the row said last, and where the track stands. */
function walk(...pages: TrustedPage[]): { says: string; track: FilingTrack | null } {
  let [track, says]: [FilingTrack | null, string] = [start, "on-the-form"]
  for (const it of pages) {
    if (!track) break
    const next: Followed = follow(track, it)
    track = next.track
    says = next.filing?.state ?? says
  }
  return { says, track }
}

describe("document on its way", () => {
  it("form, synthesis, signature and end, is filed; the signature may pass unseen", () => {
    expect(walk(synthesis(), signature, filed)).toEqual({ says: "filed", track: null })
    expect(walk(synthesis(), filed).says).toBe("filed")
  })

  it("end that does not name the document, is this one's; one that names another is to be checked", () => {
    expect(walk(synthesis(), page("webps.filed")).says).toBe("filed")
    expect(walk(synthesis(), page("webps.filed", {}, { filing: { title: "Autre" } })).says).toBe("to-check")
  })

  it("person who corrected the title on the form, is followed; another file is not", () => {
    const corrected = synthesis({ content: "radio.pdf", title: "Radio du genou gauche" })
    const end = page("webps.filed", {}, { filing: { title: "Radio du genou gauche" } })
    expect(walk(corrected, end).says).toBe("filed")
    expect(walk(synthesis({ content: "autre.pdf", title: "Radio du genou" }), filed).says).toBe("to-check")
    expect(walk(synthesis({ title: "Autre" }), filed).says).toBe("to-check")
  })

  it("synthesis that tells nothing, in the same tab, is this document's", () => {
    expect(walk(synthesis(null), filed).says).toBe("filed")
  })

  it("end without a synthesis, is to be checked", () => {
    expect(walk(filed).says).toBe("to-check")
    expect(walk(signature, filed).says).toBe("to-check")
  })

  it("another patient on the way, is to be checked", () => {
    expect(walk({ ...synthesis(), shown: anthony }, filed).says).toBe("to-check")
    expect(walk(synthesis(), { ...filed, shown: anthony }).says).toBe("to-check")
  })

  it("refused, says the portal's sentences and is followed on the form that came back", () => {
    const sentences = ["Certaines données n'ont pas été acceptées"]
    const back = page("webps.add-document", {}, { sentences })
    expect(follow(start, back)).toEqual({
      track: { ...start, document: later, refused: true },
      filing: { state: "refused", sentences },
    })
    expect(walk(back, synthesis(), filed).says).toBe("filed")
    expect(walk(back, page("webps.dashboard")).says).toBe("refused")
  })

  it("form that came back with what was typed and no known sentence, is refused without one", () => {
    const back = page("webps.add-document", {}, { filing: { title: "Radio du genou" } })
    expect(follow(start, back).filing).toEqual({ state: "refused", sentences: [] })
  })

  it("left before the synthesis, or given up on it, waits again", () => {
    for (const id of ["webps.dashboard", "webps.my-patients", "webps.search"])
      expect(walk(page(id)).says).toBe("waiting")
    expect(walk(page("webps.add-document")).says).toBe("waiting")
    expect(walk(synthesis(), page("webps.add-document")).says).toBe("waiting")
    expect(walk(synthesis(), page("webps.dashboard")).says).toBe("waiting")
  })

  it("back on the same form, stands there again", () => {
    const again = page("webps.add-document", { document: form })
    expect(walk(synthesis(), again).track).toMatchObject({ stage: "form", doubt: false })
  })

  it("session over, waits before the signature and is to be checked after", () => {
    const over = page(null, { errors: ["session-expired"] })
    expect(walk(over).says).toBe("waiting")
    expect(walk(synthesis(), over).says).toBe("waiting")
    expect(walk(synthesis(), signature, over).says).toBe("to-check")
  })

  it("signed in again after the synthesis, or a page that is not known, is to be checked", () => {
    expect(walk(synthesis(), page("webps.my-patients")).says).toBe("to-check")
    expect(walk(synthesis(), page(null), filed).says).toBe("to-check")
    expect(walk(page(null), page("webps.dashboard")).says).toBe("to-check")
  })

  it("tab closed on the form, waits; later, is to be checked", () => {
    expect(closed(start).filing).toEqual({ state: "waiting" })
    expect(closed({ ...start, stage: "synthesis" }).filing).toEqual({ state: "to-check" })
  })

  it("whatever pages come, « filed » is said only after the synthesis of this document and its end", () => {
    const any = fc.constantFrom(
      synthesis(),
      synthesis({ content: "autre.pdf" }),
      signature,
      filed,
      page("webps.add-document"),
      page("webps.add-document", { document: form }),
      page("webps.dashboard"),
      page("webps.my-patients"),
      page(null),
      page(null, { errors: ["session-expired"] }),
      { ...synthesis(), shown: anthony },
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (pages) => {
        if (walk(...pages).says !== "filed") return
        const ids = pages.map(({ description }) => description.page)
        const end = ids.indexOf("webps.filed")
        expect(ids.slice(0, end)).toContain("webps.synthesis")
        const before = pages.slice(0, end)
        expect(before.every(({ shown }) => shown !== anthony)).toBe(true)
        expect(before.some(({ filing }) => filing?.content === "autre.pdf")).toBe(false)
        expect(
          before.some(({ description: { page: id, errors } }) => id === null && errors.length === 0),
        ).toBe(false)
      }),
    )
  })
})
