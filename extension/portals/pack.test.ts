import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { productVersion } from "../../shared/protocol/version"
import type { Page } from "./define-page"
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
/** Which things of which kind the page has. */
const kindsOf = (page: Page | undefined) => [
  Object.entries(page?.targets ?? {}).map(([target, { kind }]) => [target, kind]),
  Object.entries(page?.parts ?? {}).map(([part, ways]) => [part, ways.map(({ kind }) => kind)]),
]
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

  it("targets and parts of a known page, are corrected, and nothing else of the page", () => {
    const change = {
      pages: {
        "webps.add-document": {
          targets: { add: { ids: ["envoyer"], labels: ["Déposer"] } },
          parts: {
            "document.content": { file: { labels: ["Choisir un fichier"], mode: ["Fichier"] } },
            "document.visibility": { checks: { idPrefix: "visibilite" } },
          },
        },
        "webps.my-patients": { targets: { "patient-list": { texts: ["Ma patientèle"] } } },
      },
    }
    const parsed = read(change)
    expect(parsed).toMatchObject({ pack: change })
    const packs = "pack" in parsed ? [parsed.pack] : []
    const [before, after] = [page("webps.add-document", []), page("webps.add-document", packs)]
    expect(after?.targets?.add).toEqual({ kind: "press", ids: ["envoyer"], labels: ["Déposer"] })
    expect(after?.parts?.["document.content"]).toEqual([
      { kind: "file", ids: ["file"], labels: ["Choisir un fichier"], mode: ["Fichier"] },
      { kind: "text", labels: ["Texte libre"], mode: ["Rédiger un document"] },
    ])
    expect(after?.parts?.["document.visibility"]?.[0]).toMatchObject({
      idPrefix: "visibilite",
      labels: before?.parts?.["document.visibility"]?.[0].labels,
    })
    expect({ ...after, targets: before?.targets, parts: before?.parts }).toEqual(before)
    expect(page("webps.my-patients", packs)?.targets?.["patient-list"]).toEqual({
      kind: "text",
      texts: ["Ma patientèle"],
    })
  })

  it.each([
    [
      "target that the page has not",
      { pages: { "webps.search": { targets: { accept: { labels: ["Oui"] } } } } },
      "unknown-field",
    ],
    [
      "target of nobody's",
      { pages: { "webps.search": { targets: { constructor: { labels: ["Oui"] } } } } },
      "unknown-field",
    ],
    [
      "texts for something to press",
      { pages: { "webps.search": { targets: { "card-button": { texts: ["Lire"] } } } } },
      "other-kind",
    ],
    [
      "labels for a text",
      { pages: { "webps.my-patients": { targets: { "patient-list": { labels: ["Liste"] } } } } },
      "other-kind",
    ],
    [
      "labels for what points at a field",
      { pages: { "webps.search": { targets: { matricule: { labels: ["INS"] } } } } },
      "other-kind",
    ],
    [
      "action of a target",
      { pages: { "webps.search": { targets: { "card-button": { click: true } } } } },
      "shape",
    ],
    [
      "part that the page has not",
      { pages: { "webps.search": { parts: { "document.title": { text: { labels: ["Titre"] } } } } } },
      "unknown-field",
    ],
    [
      "way that the part has not",
      { pages: { "webps.add-document": { parts: { "document.title": { select: { labels: ["Titre"] } } } } } },
      "other-kind",
    ],
    [
      "beginning of ids for a single field",
      { pages: { "webps.add-document": { parts: { "document.title": { text: { idPrefix: "titre" } } } } } },
      "other-kind",
    ],
    [
      "beginning of ids that says nothing",
      {
        pages: { "webps.add-document": { parts: { "document.visibility": { checks: { idPrefix: "c" } } } } },
      },
      "shape",
    ],
    [
      "way of no kind",
      { pages: { "webps.add-document": { parts: { "document.title": { password: {} } } } } },
      "shape",
    ],
    [
      "label of another part",
      { pages: { "webps.add-document": { parts: { "document.comment": { text: { labels: ["Titre"] } } } } } },
      "same-label-twice",
    ],
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

  it("packs that are right alone and give one label to two fields together, are not both put in force", () => {
    const labelled = (field: string, label: string) =>
      pack({ pages: { "webps.search": { fields: { [field]: { labels: [label] } } } } })
    const after = page("webps.search", [
      labelled("patient.familyName", "Nom ou prénom"),
      labelled("patient.givenName", "Nom ou prénom"),
    ])
    expect(after?.fields["patient.familyName"]).toMatchObject({ labels: ["Nom ou prénom"] })
    expect(after?.fields["patient.givenName"]).toMatchObject({ labels: ["Prénom"] })
  })

  it.each(pages.map(({ id }) => id))("%s, has no label twice of its own", (id) => {
    expect(read({ pages: { [id]: {} } })).toMatchObject({ pack: {} })
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
        targets: fc.dictionary(
          fc.constantFrom("matricule", "card-button", "add-document", "accept"),
          fc.record({ labels: words, texts: words }, { requiredKeys: [] }),
        ),
        parts: fc.dictionary(
          fc.constantFrom("document.title", "document.date"),
          fc.record({ text: fc.record({ labels: words }) }, { requiredKeys: [] }),
        ),
      },
      { requiredKeys: [] },
    )
    const corrections = fc.dictionary(
      fc.constantFrom("webps.search", "mes.birth-date", "webps.dashboard", "webps.add-document"),
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
          expect(Object.keys(after[at]?.targets ?? {})).toEqual(Object.keys(page.targets ?? {}))
          expect(kindsOf(after[at])).toEqual(kindsOf(page))
          expect(after[at]?.neverTouched).toEqual(expect.arrayContaining([...page.neverTouched]))
        }
      }),
      { numRuns: 500 },
    )
    expect(taken).toBeGreaterThan(20)
  })
})
