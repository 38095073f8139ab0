import fc from "fast-check"
import { expect, test } from "vitest"
import { parseLabelledTraits, parsePageTraits } from "./page-traits"
import { datesIn, sexesIn } from "./page-values"

const zoe = { familyName: "ADRUN", givenName: "Zoé" }
const born = { birthDate: "19751231" }
const number = { matricule: "275126322074974" }

test.each([
  ["ADRUN Zoé", zoe],
  ["ADRUN Zoé né(e) le 31/12/1975", { ...zoe, ...born }],
  ["Mme Zoé ADRUN, née le 31/12/1975 (F)", { ...zoe, ...born, sex: "F" }],
  ["Patient : ADRUN Zoé - Féminin - 31/12/1975", { ...zoe, ...born, sex: "F" }],
  [
    "ADRUN Zoé\u00a0| F | 31 décembre 1975 | INS : 2 75 12 63 220 749 74",
    { ...zoe, ...born, sex: "F", ...number },
  ],
  ["31/12/1975 275126322074974", { ...born, ...number }],
  [
    "MARTIN Zoé née DE LA TOUR le 31/12/1975",
    { birthFamilyName: "DE LA TOUR", usedFamilyName: "MARTIN", givenName: "Zoé", ...born },
  ],
  ["ADRUN ZOE 1975-12-31", { wholeName: "ADRUN ZOE", ...born }],
  ["31/12/1975", born],
  ["né le 20/01/1942", { birthDate: "19420120" }],
  ["né le 01/20/1942", { birthDate: "19422001" }],
  ["2 75 12 63 220 749 74", number],
  ["275126322074974", number],
  ["D’ARC Jeanne-Marie, sexe : F", { familyName: "D’ARC", givenName: "Jeanne-Marie", sex: "F" }],
  [
    "MARTIN Zoé (née ADRUN) née le 31/12/1975",
    { birthFamilyName: "ADRUN", usedFamilyName: "MARTIN", givenName: "Zoé", ...born },
  ],
  ["MARTIN née ADRUN Zoé", { birthFamilyName: "ADRUN", usedFamilyName: "MARTIN", givenName: "Zoé" }],
  ["ADRUN Zoé né(e) le 31/12/1975, dossier ouvert le 02/01/2026", { ...zoe, ...born }],
])("page, « %s », is read", (text, traits) => {
  expect(parsePageTraits(text)).toEqual({ source: "page", ...traits })
})

test.each([
  ["two dates", "31/12/1975 01/01/1960", {}],
  ["a masked number", "2 75 12 ** *** *** **", {}],
  ["a number with a wrong key", "2 75 12 63 220 749 75", {}],
  ["two numbers", "275126322074974 260058815400233", {}],
  ["both sexes", "Sexe : Féminin / Masculin", {}],
  ["a number that goes on", "2751263220749741", {}],
  ["nothing", " ", {}],
])("page, %s, is left out", (_, text, traits) => {
  expect(parsePageTraits(text)).toEqual({ source: "page", ...traits })
})

test("page, a number of another birth date, is the insured person's unless it is called INS", () => {
  const child = "NESSI Michelangelo né le 07/08/2010"
  expect(parsePageTraits(`${child} 2 60 05 88 154 002 33`)).not.toHaveProperty("matricule")
  expect(parsePageTraits(`${child} INS 2 60 05 88 154 002 33`)).toHaveProperty("matricule")
  const shown = [{ label: "Date de naissance", value: "07/08/2010" }]
  const nir = { label: "NIR", value: "260058815400233" }
  expect(parseLabelledTraits([...shown, nir])).not.toHaveProperty("matricule")
})

test("page, terms and values, are read by their labels, whatever their accents and marks", () => {
  expect(
    parseLabelledTraits([
      { label: "Nom de naissance :", value: "ADRUN" },
      { label: "Nom d’usage", value: "MARTIN" },
      { label: "Prénom(s) *", value: "ZOE" },
      { label: "Prénom utilisé", value: "" },
      { label: "Date de naissance", value: " 31/12/1975 " },
      { label: "Sexe", value: "Féminin" },
      { label: "Matricule INS", value: "2 75 12 63 220 749 74" },
      { label: "Statut du DMP", value: "Activé" },
    ]),
  ).toEqual({
    source: "page",
    birthFamilyName: "ADRUN",
    usedFamilyName: "MARTIN",
    givenName: "ZOE",
    birthDate: "19751231",
    sex: "F",
    matricule: "275126322074974",
  })
})

test("page, a line of a result list with its column heads, is read", () => {
  const row = [
    { label: "Patient", value: "ADRUN Zoé" },
    { label: "Né(e) le", value: "31/12/1975" },
    { label: "Sexe", value: "F" },
  ]
  expect(parseLabelledTraits(row)).toEqual({ source: "page", ...zoe, ...born, sex: "F" })
})

test("page, one term twice with two values, is left out", () => {
  const twice = ["DARK", "NESSI"].map((value) => ({ label: "Nom", value }))
  expect(parseLabelledTraits(twice)).toEqual({ source: "page" })
})

test("page, dates and sexes inside other words and numbers, are none", () => {
  expect(datesIn("131/12/1975 31/12/19756 1.2.250.1.213 31/12-1975")).toEqual([])
  expect(sexesIn("Mme F. DARK, M. NESSI, féminine")).toEqual([])
})

test("page, any text and any labels, get traits of the right shapes and no exception", () => {
  const piece = fc.constantFrom(
    "né(e) le ",
    "31/12/1975",
    "ADRUN",
    "Zoé",
    "(née ",
    "F",
    " | ",
    "2 75 12 63 220 749 74",
    "INS ",
  )
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(piece).map((all) => all.join("")),
  )
  const label = fc.constantFrom("Nom", "Prénom", "Patient", "Date de naissance", "Sexe", "INS", "NIR", "x")
  fc.assert(
    fc.property(text, fc.array(fc.record({ label, value: text }), { maxLength: 8 }), (line, shown) => {
      for (const traits of [parsePageTraits(line), parseLabelledTraits(shown)]) {
        expect(traits.source).toBe("page")
        expect(traits.birthDate ?? "19751231").toMatch(/^\d{8}$/)
        expect(traits.matricule ?? "275126322074974").toMatch(/^[0-9AB]{15}$/)
      }
    }),
    { numRuns: 2_000 },
  )
})
