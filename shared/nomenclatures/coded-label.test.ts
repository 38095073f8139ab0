import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codeOf, labelOf, labelsWith } from "./coded-label"
import { practiceSettings } from "./practice-settings"
import { situations } from "./situations"

describe.each([
  ["situations (J61)", situations],
  ["practice settings (J62)", practiceSettings],
] as const)("%s", (_, list) => {
  it("each label, is found again however it is written", () => {
    for (const [code, label] of list) {
      expect(codeOf(list, label)).toBe(code)
      expect(codeOf(list, `  ${label.toUpperCase().replace(/'/g, "’")} `)).toBe(code)
      expect(labelOf(list, code)).toBe(label)
    }
  })

  it("codes and labels, are each there once", () => {
    expect(new Set(list.map(([code]) => code)).size).toBe(list.length)
    expect(new Set(list.map(([, label]) => label)).size).toBe(list.length)
  })

  it("any other text, has no code", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const code = codeOf(list, text)
        expect(code === null || list.some(([known]) => known === code)).toBe(true)
      }),
    )
    expect(codeOf(list, "Choisir une situation")).toBeNull()
  })
})

describe("labels sought by typing", () => {
  it.each(["MAISON DE SANTE", " maison de santé ", "sante ou pole"])("« %s », finds it", (typed) => {
    expect(labelsWith(situations, typed)).toEqual([["SA52", "Maison de santé ou Pôle de santé"]])
  })

  it("apostrophe of a telephone, is the same as any other", () => {
    expect(labelsWith(situations, "pharmacie d’off")).toEqual([["SA33", "Pharmacie d'officine"]])
  })

  it("nothing typed, is the whole list; what is in none, none", () => {
    expect(labelsWith(situations, " ")).toEqual(situations)
    expect(labelsWith(situations, "zzz")).toEqual([])
  })

  it("label that two codes have, has none", () => {
    const twice = [
      ["A", "Santé"],
      ["B", "SANTE"],
    ] as const
    expect(codeOf(twice, "santé")).toBeNull()
  })
})
