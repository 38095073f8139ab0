import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { documentTypes as listed } from "../../bridge/training/portals/webps/document-types"
import { professions } from "../identity/professions"
import { documentTypeGroups } from "./document-types"
import { typeRules } from "./proposals/type-rules"
import { typeAbbreviations } from "./type-abbreviations"
import {
  bestTypes,
  documentTypes,
  isListedType,
  searchTypes,
  typeCode,
  typeLabel,
  usualTypesOf,
  withRecentType,
} from "./types"
import { usualTypes } from "./usual-types"

const codesFor = (typed: string) => bestTypes(typed).map(([code]) => code)

describe("types of the portal", () => {
  it("the list, has ninety types in eight groups, each with its own code and label", () => {
    expect(documentTypeGroups).toHaveLength(8)
    expect(documentTypes).toHaveLength(90)
    expect(new Set(documentTypes.map(([code]) => code)).size).toBe(90)
    for (const [code, label] of documentTypes) expect(typeCode(label)).toBe(code)
  })

  it("the imitated portal, lists the same labels in the same order", () => {
    expect(listed.flatMap(({ labels }) => labels)).toEqual(documentTypes.map(([, label]) => label))
  })

  it("a label, is known however the page writes it", () => {
    expect(typeCode("CR D’IMAGERIE MEDICALE ")).toBe("18748-4")
    expect(typeCode("CR d'imagerie")).toBeNull()
    expect(typeLabel("18748-4")).toBe("CR d'imagerie médicale")
    expect(typeLabel("gone")).toBe("gone")
  })

  it("abbreviations, usual types and rules, speak of listed types alone", () => {
    const codes = [
      ...Object.keys(typeAbbreviations),
      ...Object.values(usualTypes).flat(),
      ...typeRules.map(({ code }) => code),
    ]
    expect(codes.filter((code) => !isListedType(code))).toEqual([])
    expect(Object.keys(usualTypes).filter((profession) => !(profession in professions))).toEqual([])
  })

  it("types that patients file, are not offered", () => {
    for (const code of ["EXPPAT_1", "DOCPAT01", "REMB", "E1762", "87273-9"])
      expect(isListedType(code)).toBe(false)
  })
})

describe("search as you type", () => {
  it.each([
    ["crh", "34112-3"],
    ["cro", "34874-8"],
    ["irm", "18748-4"],
    ["ald", "PROT_ALD"],
    ["ecg", "70004-7"],
    ["vsm", "60591-5"],
    ["anapath", "60568-3"],
    ["rcp", "34794-8"],
    ["trod", "96173-0"],
    ["CR OPÉRATOIRE", "34874-8"],
    ["imagerie cr", "18748-4"],
  ])("« %s », has %s first", (typed, code) => expect(codesFor(typed)[0]).toBe(code))

  it.each([
    ["ordo", "57833-6"],
    ["ordo kine", "PRESC-KINE"],
    ["bio", "11502-2"],
    ["bio", "PRESC-BIO"],
    ["vaccin", "96874-3"],
    ["cr", "11488-4"],
    ["lettre", "11490-0"],
    ["biolog med", "PRESC-BIO"],
  ])("« %s », has %s among the first twelve", (typed, code) => {
    expect(codesFor(typed).slice(0, 12)).toContain(code)
  })

  it("nothing typed, gives the portal's list whole; words that fit nothing, an empty one", () => {
    expect(searchTypes("  ")).toBe(documentTypeGroups)
    expect(searchTypes("xylophone")).toEqual([])
  })

  it("a label whole, always finds its type; groups keep their order", () => {
    const order = documentTypeGroups.map(({ group }) => group)
    fc.assert(
      fc.property(fc.constantFrom(...documentTypes), fc.nat(40), ([code, label], length) => {
        const found = searchTypes(label.slice(0, Math.max(1, length)))
        expect(found.flatMap(({ types }) => types.map(([it]) => it))).toContain(code)
        const groups = found.map(({ group }) => group)
        expect(groups).toEqual(order.filter((it) => groups.includes(it)))
      }),
    )
  })

  it("any text, gives types of the list", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        for (const [code] of bestTypes(typed)) expect(isListedType(code)).toBe(true)
        expect(bestTypes(typed).length).toBe(searchTypes(typed).flatMap(({ types }) => types).length)
      }),
    )
  })
})

describe("types on top", () => {
  it("usual types, are those of the profession and none for an unknown one", () => {
    expect(usualTypesOf("60")).toContain("80565-5")
    expect(usualTypesOf("99")).toEqual([])
    expect(usualTypesOf(null)).toEqual([])
  })

  it("recent types, are the newest first, each once, six at most", () => {
    expect(withRecentType(["18748-4", "SYNTH"], "SYNTH")).toEqual(["SYNTH", "18748-4"])
    const many = documentTypes.slice(0, 9).map(([code]) => code)
    expect(many.reduce<readonly string[]>((recents, code) => withRecentType(recents, code), [])).toEqual(
      many.slice(3).reverse(),
    )
    expect(withRecentType(["gone"], "SYNTH")).toEqual(["SYNTH"])
  })
})
