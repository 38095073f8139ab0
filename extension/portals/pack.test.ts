import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { productVersion } from "../../shared/protocol/version"
import { parsePack } from "./pack"
import { pages } from "./pages"
import { type PortalPack, packRefusals, withPacks } from "./with-packs"

const pack = (change: Partial<PortalPack> = {}): PortalPack => ({
  format: "compagnon-dmp/portail/1",
  name: "Corrections de test",
  version: "1.0",
  date: "2026-11-24",
  for: { from: productVersion, to: productVersion },
  pages: { "webps.search": { fields: { "patient.matricule": { labels: ["Matricule INS du patient"] } } } },
  ...change,
})
const read = (change: object) => parsePack(JSON.stringify({ ...pack(), ...change }), pages)
const page = (id: string, packs: PortalPack[]) => withPacks(pages, packs).find((it) => it.id === id)

describe("portal pack", () => {
  it("label of a known field, is corrected, and nothing else of the page", () => {
    const parsed = read({})
    expect(parsed).toEqual({ pack: pack() })
    const [before, after] = [page("webps.search", []), page("webps.search", [pack()])]
    expect(after?.fields["patient.matricule"]).toMatchObject({
      labels: ["Matricule INS du patient"],
      under: "Accès par matricule INS",
    })
    expect({ ...after, fields: before?.fields }).toEqual(before)
  })

  it("company's pack, goes over the user's, field by field", () => {
    const company = pack({
      pages: { "webps.search": { fields: { "patient.matricule": { labels: ["INS"] } } } },
    })
    const user = pack({
      pages: {
        "webps.search": {
          fields: {
            "patient.matricule": { labels: ["NIR"] },
            "patient.givenName": { labels: ["Prénom usuel"] },
          },
        },
      },
    })
    const both = page("webps.search", [user, company])
    expect(both?.fields["patient.matricule"]).toMatchObject({ labels: ["INS"] })
    expect(both?.fields["patient.givenName"]).toMatchObject({ labels: ["Prénom usuel"] })
  })

  it.each([
    ["unknown page", { pages: { "webps.everything": {} } }, "unknown-page"],
    [
      "field that the page has not",
      { pages: { "webps.search": { fields: { "card.serial": {} } } } },
      "unknown-field",
    ],
    ["field of nobody's", { pages: { "webps.search": { fields: { password: {} } } } }, "unknown-field"],
    ["host", { pages: { "webps.search": { host: "exemple.invalid" } } }, "shape"],
    ["address", { pages: { "webps.search": { path: ".*" } } }, "shape"],
    ["action", { pages: { "webps.search": { click: "Rechercher" } } }, "shape"],
    ["more than a pack has", { script: "x" }, "shape"],
    [
      "one landmark for a page without an address",
      { pages: { "webps.search": { landmarks: ["Rechercher"] } } },
      "too-few-landmarks",
    ],
    [
      "answers for a text field",
      { pages: { "webps.search": { fields: { "patient.matricule": { answers: {} } } } } },
      "other-kind",
    ],
    [
      "label of another field",
      {
        pages: {
          "webps.search": { fields: { "patient.givenName": { labels: ["Nom (d'usage ou de naissance)"] } } },
        },
      },
      "same-label-twice",
    ],
    ["newer version only", { for: { from: "99.0.0", to: "99.9.9" } }, "other-version"],
  ])("%s, is refused by name", (_, change, refusal) => {
    expect(read(change)).toMatchObject({ refusal })
  })

  it("any text, gives a pack or a refusal of the list", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        const answer = parsePack(json, pages)
        if ("refusal" in answer) expect(packRefusals).toContain(answer.refusal)
      }),
    )
  })

  it("any accepted pack, adds no page, host, field or address, and takes nothing out of never touched", () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ ]{2,20}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 3 })
    const field = fc.record(
      { labels: words, under: word, ids: fc.array(fc.stringMatching(/^[a-z]{1,8}$/)) },
      { requiredKeys: [] },
    )
    const correction = fc.record(
      {
        landmarks: fc.array(word, { minLength: 2, maxLength: 3 }),
        fields: fc.dictionary(
          fc.constantFrom("patient.matricule", "patient.givenName", "patient.birthDate"),
          field,
        ),
        neverTouched: words,
      },
      { requiredKeys: [] },
    )
    const corrections = fc.dictionary(
      fc.constantFrom("webps.search", "mes.birth-date", "webps.dashboard"),
      correction,
    )
    let taken = 0
    fc.assert(
      fc.property(corrections, (changed) => {
        const answer = read({ pages: changed })
        if ("refusal" in answer) return
        taken += 1
        const after = withPacks(pages, [answer.pack])
        expect(after.map(({ id, portal, path }) => [id, portal, path])).toEqual(
          pages.map(({ id, portal, path }) => [id, portal, path]),
        )
        for (const [at, page] of pages.entries()) {
          expect(Object.keys(after[at]?.fields ?? {})).toEqual(Object.keys(page.fields))
          expect(after[at]?.neverTouched).toEqual(expect.arrayContaining([...page.neverTouched]))
        }
      }),
      { numRuns: 500 },
    )
    expect(taken).toBeGreaterThan(20)
  })
})
