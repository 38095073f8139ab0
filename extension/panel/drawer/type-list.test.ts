import { describe, expect, it } from "vitest"
import { typesFor } from "./type-list"

describe("list of types", () => {
  it("nothing typed, has those taken last and the usual ones above the portal's groups, each once", () => {
    const [recent, usual, ...portals] = typesFor("", ["11502-2"], ["11502-2", "57833-6"])
    expect([recent?.ours, recent?.types]).toEqual(["recent", [["11502-2", "CR d'examens biologiques"]]])
    expect([usual?.ours, usual?.types.map(([code]) => code)]).toEqual(["usual", ["57833-6"]])
    expect(portals.map(({ ours }) => ours)).not.toContain("recent")
    expect(portals[0]?.name).toBe("Synthèses")
  })

  it("code that the portal lists no more, is left out of those taken last", () => {
    expect(typesFor("", ["no-such-code"], [])[0]?.ours).toBeNull()
  })

  it("something typed, has what fits best on top and the rest in the portal's groups, each once", () => {
    const [best, ...portals] = typesFor("consult", [], [])
    expect([best?.ours, best?.types[0]?.[1]]).toEqual(["best", "CR ou fiche de consultation ou de visite"])
    const codes = [best, ...portals].flatMap((group) => group?.types.map(([code]) => code) ?? [])
    expect(new Set(codes).size).toBe(codes.length)
    expect(portals.map(({ name }) => name)).toContain("Comptes-rendus")
  })

  it("something typed, finds by label and abbreviation and forgets those taken last", () => {
    const labels = typesFor("ordo", ["11502-2"], []).flatMap(({ types }) => types.map(([, label]) => label))
    expect(labels).toContain("Prescription de produits de santé")
    expect(labels).not.toContain("CR d'examens biologiques")
  })
})
