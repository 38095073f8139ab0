import { describe, expect, it } from "vitest"
import type { CpsCard } from "../../shared/cards/cps"
import type { ReadersState } from "../../shared/cards/readers"
import { portalView } from "../../test/portal-view"
import { openDmpAfter, openDmpWithout, professionalView, whoseCps } from "./professional"

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
/** Held to a contactless reader: it does not say whose it is. */
const silent: CpsCard = { ...cps(null), professional: null, reason: "card-unknown" }
const page = (id: string | null, errors: "session-expired"[] = [], tab = 1) =>
  portalView({ page: id, errors }, { tab })

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

  it("another professional's card, is said, and no more once the first one is there too", () => {
    expect(professionalView(open, slots(cps("10100000002")))).toEqual({ left: null, other: true })
    expect(professionalView(open, slots(cps("10100000002"), camille))).toEqual({ left: null, other: false })
  })

  it("card that does not say whose it is, may be the same one", () => {
    expect(professionalView(open, slots(silent))).toEqual({ left: null, other: false })
  })

  it("card that does not say whose it is, is said all the same when it leaves", () => {
    const unnamed = openDmpAfter(null, page("webps.dashboard"), slots(silent))
    expect(professionalView(unnamed, slots(null))).toEqual({ left: { who: null }, other: false })
    expect(professionalView(unnamed, slots(camille))).toEqual({ left: null, other: false })
  })

  it("two CPS cards, nobody is taken for the one who opened it; both taken out, that is said", () => {
    const two = openDmpAfter(null, page("webps.dashboard"), slots(camille, cps("10100000002")))
    expect(professionalView(two, slots(camille))).toEqual({ left: null, other: false })
    expect(professionalView(two, slots(null, null))).toEqual({ left: { who: null }, other: false })
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

  it("another tab in front or an unknown page in it, says nothing of it; its own tab closed, ends it", () => {
    expect(openDmpAfter(open, page(null, [], 2), slots(camille))).toEqual(open)
    expect(openDmpWithout(open, 2)).toEqual(open)
    expect(openDmpWithout(open, 1)).toBeNull()
  })

  it("no portal in front, says nothing of it", () => {
    expect(openDmpAfter(open, { state: "no-portal" }, slots(null))).toEqual(open)
  })

  it.each([["webps.my-patients"], ["webps.search"], ["webps.selection"]])("%s, ends it", (id) => {
    expect(openDmpAfter(open, page(id), slots(camille))).toBeNull()
  })

  it("expired session, ends it", () => {
    expect(openDmpAfter(open, page(null, ["session-expired"]), slots(camille))).toBeNull()
  })

  it("e-CPS, leaves no card to watch for, and a card put in later is not the one that opened it", () => {
    const withoutCard = openDmpAfter(null, page("webps.dashboard"), slots(null, null))
    expect(professionalView(withoutCard, slots(null, null))).toEqual({ left: null, other: false })
    const later = openDmpAfter(withoutCard, page("webps.dashboard"), slots(camille))
    expect(professionalView(later, slots(null))).toEqual({ left: null, other: false })
  })

  it.each([
    ["readers not known yet", null],
    ["card being read", slots({ kind: "reading" })],
    ["reader service stopped", { trouble: "no-reader-service", readers: [] } as const],
  ])("%s when the DMP is first seen, the card is the first one that is known then", (_, readers) => {
    const early = openDmpAfter(null, page("webps.dashboard"), readers as ReadersState | null)
    expect(professionalView(early, slots(null))).toEqual({ left: null, other: false })
    expect(openDmpAfter(early, { state: "no-portal" }, slots(camille))).toEqual(open)
  })
})

describe("whose CPS is in the readers", () => {
  const connected = { state: "connected", mode: "live", product: "0.1.0", portals: null } as const
  const trouble = { state: "trouble", code: "bridge-absent" } as const
  it.each([
    ["one card", connected, slots(camille, null), { person: "rpps 10100000001 " }],
    ["no card", connected, slots(null, null), "nobody"],
    ["card that does not say", connected, slots(silent), "nobody"],
    ["two cards", connected, slots(camille, cps("10100000002")), "several"],
    ["card being read", connected, slots({ kind: "reading" }, camille), "unknown"],
    ["no word of the readers yet", connected, null, "unknown"],
    ["bridge being looked for", { state: "searching" } as const, null, "unknown"],
    ["no bridge, as for an e-CPS", trouble, null, "nobody"],
  ] as const)("%s", (_, link, readers, expected) => {
    expect(whoseCps({ link, readers })).toEqual(expected)
  })
})
