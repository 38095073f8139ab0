import { describe, expect, it } from "vitest"
import type { CpsCard } from "../../shared/cards/cps"
import type { ReadersState } from "../../shared/cards/readers"
import { portalView } from "../../test/portal-view"
import { openDmpAfter, professionalKey, professionalView } from "./professional"

const cps = (id: string | null, familyName = "FICTIVE-MARTIN"): CpsCard => ({
  kind: "cps",
  insertion: "0123456789abcdef",
  generation: "cps3",
  serial: null,
  professional: {
    familyName,
    givenName: "CAMILLE",
    pseudonym: null,
    idNat: id === null ? null : { kind: "rpps", id, internal: null },
    profession: null,
    structure: null,
    organisation: null,
    validFrom: "2025-01-01T00:00:00Z",
    validTo: "2028-01-01T00:00:00Z",
    test: true,
  },
  reason: null,
})
const slots = (...cards: ReadersState["readers"][number]["card"][]): ReadersState => ({
  trouble: null,
  readers: cards.map((card, slot) => ({ name: `slot ${slot}`, card })),
})
const page = (id: string | null, errors: "session-expired"[] = []) => portalView({ page: id, errors })

const camille = cps("10100000001")
const open = openDmpAfter(null, page("webps.dashboard"), slots(camille, null))

describe("professional while a DMP is open", () => {
  it("CPS beside an open DMP, is the one to watch for; taken out, that is said until it is back", () => {
    expect(professionalView(open, slots(camille, null))).toEqual({ left: null, other: false })
    expect(professionalView(open, slots(null, null))).toEqual({
      left: { who: "FICTIVE-MARTIN" },
      other: false,
    })
    expect(professionalView(open, slots(null, camille))).toEqual({ left: null, other: false })
  })

  it("another professional's card, is said", () => {
    expect(professionalView(open, slots(cps("10100000002")))).toEqual({ left: null, other: true })
  })

  it("readers that are not known, a stopped service or a card being read, are no card taken out", () => {
    expect(professionalView(open, null).left).toBeNull()
    expect(professionalView(open, { trouble: "no-reader-service", readers: [] }).left).toBeNull()
    expect(professionalView(open, slots({ kind: "reading" })).left).toBeNull()
  })

  it.each([["webps.add-document"], ["webps.synthesis"], ["webps.signature"], ["webps.filed"], [null]])(
    "%s, the DMP stays open",
    (id) => expect(openDmpAfter(open, page(id), slots(null))).toEqual(open),
  )

  it("another tab in front, says nothing of it", () => {
    expect(openDmpAfter(open, { state: "no-portal" }, slots(null))).toEqual(open)
  })

  it.each([["webps.my-patients"], ["webps.search"], ["webps.selection"]])("%s, ends it", (id) => {
    expect(openDmpAfter(open, page(id), slots(camille))).toBeNull()
  })

  it("expired session, ends it", () => {
    expect(openDmpAfter(open, page(null, ["session-expired"]), slots(camille))).toBeNull()
  })

  it("e-CPS, leaves no card to watch for", () => {
    const withoutCard = openDmpAfter(null, page("webps.dashboard"), slots(null, null))
    expect(professionalView(withoutCard, slots(null, null))).toEqual({ left: null, other: false })
  })

  it("two CPS cards, or one that does not say whose it is, name nobody", () => {
    expect(professionalKey(slots(camille, cps("10100000002")))).toBeNull()
    expect(professionalKey(slots(cps(null)))).toBeNull()
    expect(professionalKey(slots(camille))).toContain("10100000001")
  })
})
