import fc from "fast-check"
import { expect, test } from "vitest"
import { compareTraits } from "./compare"
import { nirKey } from "./nir"
import type { StrictTraits, Traits } from "./traits"
import { traitsOfDatamatrix, traitsOfHolder } from "./traits-of-source"

// Fictitious people of the public INSi and RNIV test sets (reference: test-identities.json).
const jeanne: StrictTraits = {
  source: "datamatrix",
  birthFamilyName: "DARK",
  birthGivenNames: "JEANNE MARIE CECILE",
  sex: "F",
  birthDate: "19600530",
  birthPlace: "88154",
  matricule: "260058815400233",
  oid: "1.2.250.1.213.1.4.8",
}
const page = (traits: Omit<Traits, "source">): Traits => ({ source: "page", ...traits })
const verdict = (one: Traits, other: Traits) => compareTraits(one, other).verdict
const resultOf = (one: Traits, other: Traits, trait: string) => {
  const found = compareTraits(one, other).traits.find((it) => it.trait === trait)
  return [found?.result, found?.reason]
}

test.each([
  ["the matricule alone", { matricule: "260058815400233" }, "same", "matricule"],
  ["the name alone", { familyName: "Dark", givenName: "Jeanne" }, "cannot-tell", "too-little"],
  ["the date alone", { birthDate: "19600530" }, "cannot-tell", "too-little"],
  ["nothing", {}, "cannot-tell", "too-little"],
  [
    "name and date",
    { familyName: "Dark", givenName: "Jeanne", birthDate: "19600530" },
    "same",
    "name-and-birth-date",
  ],
  [
    "a whole name and date",
    { wholeName: "DARK JEANNE", birthDate: "19600530" },
    "same",
    "name-and-birth-date",
  ],
  [
    "a homonym",
    { familyName: "DARK", givenName: "JEANNE", birthDate: "19610530" },
    "different",
    "contradiction",
  ],
  ["a twin", { familyName: "DARK", givenName: "ANNE", birthDate: "19600530" }, "different", "contradiction"],
  ["a twin, whole name", { wholeName: "DARK ANNE", birthDate: "19600530" }, "different", "contradiction"],
  ["another sex", { matricule: "260058815400233", sex: "M" }, "different", "contradiction-despite-matricule"],
  ["another person", { wholeName: "CORSE ANTHONY" }, "different", "contradiction"],
] as const)("compare, lock with a page that shows %s", (_, shown, expected, because) => {
  expect(compareTraits(jeanne, page(shown))).toMatchObject({ verdict: expected, because })
})

test("compare, a married name that the lock does not know, is no contradiction where all else agrees", () => {
  const married = { familyName: "MARTIN", givenName: "JEANNE" }
  expect(resultOf(jeanne, page({ ...married, birthDate: "19600530" }), "family-name")).toEqual([
    "cannot-tell",
    "may-be-used-name",
  ])
  expect(verdict(jeanne, page({ ...married, birthDate: "19600530" }))).toBe("cannot-tell")
  expect(verdict(jeanne, page({ ...married, matricule: "260058815400233" }))).toBe("same")
  expect(verdict(jeanne, page(married))).toBe("different")
  expect(verdict(jeanne, page({ wholeName: "MARTIN JEANNE", birthDate: "19600530" }))).toBe("cannot-tell")
  const birth = page({ birthFamilyName: "MARTIN", givenName: "JEANNE", birthDate: "19600530" })
  expect(verdict(jeanne, birth)).toBe("different")
})

test("compare, a used name that one side gives, is taken for the other side's « nom »", () => {
  const known: Traits = { ...jeanne, usedFamilyName: "MARTIN", usedGivenName: "OLA" }
  const shown = page({ familyName: "Martin", givenName: "Ola", birthDate: "19600530" })
  expect(resultOf(known, shown, "family-name")).toEqual(["same", "used-name"])
  expect(resultOf(known, shown, "given-name")).toEqual(["same", "used-name"])
  expect(verdict(known, shown)).toBe("same")
  expect(resultOf(jeanne, page({ usedFamilyName: "MARTIN" }), "family-name")).toEqual([
    "cannot-tell",
    "only-used-name",
  ])
})

test.each([
  ["JEANNE", "same", "equal"],
  ["Jeanne-Marie", "same", "equal"],
  ["MARIE", "different", "differs"],
  ["JEAN", "different", "differs"],
  ["JEANNE MARIE CECILE ROSE", "cannot-tell", "list-goes-on"],
  ["Жанна", "cannot-tell", "unreadable"],
])("compare, given name %s with the list JEANNE MARIE CECILE (EXI ID 10)", (givenName, result, reason) => {
  expect(resultOf(jeanne, page({ givenName }), "given-name")).toEqual([result, reason])
})

test("compare, names in the other order, can't be told", () => {
  expect(resultOf(jeanne, page({ wholeName: "JEANNE DARK" }), "given-name")).toEqual([
    "cannot-tell",
    "name-order",
  ])
})

test("compare, a lunar date, is the same by its digits alone and never enough with a name", () => {
  const selene = page({ familyName: "MAREE", givenName: "SELENE", birthDate: "19422001" })
  expect(compareTraits(selene, selene)).toMatchObject({ verdict: "cannot-tell" })
  expect(resultOf(selene, selene, "birth-date")).toEqual(["same", "equal"])
  const interpreted = page({ birthDate: "19421231" })
  expect(resultOf(selene, interpreted, "birth-date")).toEqual(["cannot-tell", "lunar-date"])
})

test("compare, another place of birth or another authority, proves nothing", () => {
  expect(verdict(jeanne, { ...jeanne, birthPlace: "88155" })).toBe("same")
  const test = { ...jeanne, oid: "1.2.250.1.213.1.4.10" }
  expect(resultOf(jeanne, test, "matricule")).toEqual(["cannot-tell", "other-authority"])
  expect(compareTraits(jeanne, test)).toMatchObject({ because: "name-and-birth-date" })
})

test("compare, a Vitale card, counts its number only where it is the holder's own", () => {
  const holder = { rank: 1, familyName: "DARK", givenName: "JEANNE", birthDate: "19600530" }
  const mother = traitsOfHolder({ ...holder, nir: "260058815400233" })
  expect(compareTraits(mother, jeanne)).toMatchObject({ verdict: "same", because: "matricule" })
  const child = traitsOfHolder({
    rank: 2,
    familyName: "NESSI",
    givenName: "MICHELANGELO",
    birthDate: "20100807",
    nir: "260058815400233",
  })
  expect(child).not.toHaveProperty("matricule")
  const own = traitsOfDatamatrix({
    kind: "production",
    matricule: "110086322083060",
    oid: "1.2.250.1.213.1.4.8",
    birthGivenNames: "MICHELANGELO ANTHONY",
    birthFamilyName: "NESSI",
    sex: "M",
    birthDate: "20100807",
    birthPlace: null,
  })
  expect(compareTraits(child, own)).toMatchObject({ verdict: "same", because: "name-and-birth-date" })
  expect(verdict(child, jeanne)).toBe("different")
})

const word = fc.constantFrom("DARK", "MARTIN", "GARCIA-HAMMADI", "D'ARC", "LE GOFF", "NESSI")
const given = fc.constantFrom("JEANNE", "JEANNE MARIE", "JEAN", "JEAN-CHRISTOPHE", "ANNE", "CECILE ANNE")
const padded = (n: number, digits: number) => String(n).padStart(digits, "0")
const birthDate = fc
  .tuple(
    fc.integer({ min: 1900, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `${year}${padded(month, 2)}${padded(day, 2)}`)
const matricule = fc
  .tuple(fc.constantFrom("1", "2"), fc.nat(99), fc.integer({ min: 1, max: 12 }), fc.nat(99_999_999))
  .map(([sex, year, month, rest]) => `${sex}${padded(year, 2)}${padded(month, 2)}${padded(rest, 8)}`)
  .map((thirteen) => thirteen + padded(nirKey(thirteen), 2))
const complete = fc.record(
  {
    source: fc.constant("datamatrix" as const),
    birthFamilyName: word,
    birthGivenNames: given,
    usedFamilyName: word,
    usedGivenName: given,
    sex: fc.constantFrom("F" as const, "M" as const),
    birthDate,
    birthPlace: fc.constantFrom("88154", "2A004"),
    matricule,
  },
  { requiredKeys: ["source", "birthFamilyName", "birthGivenNames", "sex", "birthDate"] },
)
const anyText = fc.oneof(word, given, fc.string({ unit: "grapheme", maxLength: 12 }))
const partial: fc.Arbitrary<Traits> = fc.record(
  {
    source: fc.constantFrom("vitale" as const, "page" as const),
    birthFamilyName: anyText,
    usedFamilyName: anyText,
    familyName: anyText,
    birthGivenNames: anyText,
    firstGivenName: anyText,
    usedGivenName: anyText,
    givenName: anyText,
    wholeName: fc.tuple(word, given).map((names) => names.join(" ")),
    sex: fc.constantFrom("F" as const, "M" as const),
    birthDate: fc.oneof(birthDate, fc.constantFrom("19422001", "19600530", "", "x")),
    matricule: fc.oneof(matricule, fc.constantFrom("260058815400233", "555551234567890")),
    oid: fc.constantFrom("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.10"),
  },
  { requiredKeys: ["source"] },
)

test("compare, any two sources, gets an answer that is the same from both sides", () => {
  const wholeOnly = fc.record({ source: fc.constant("page" as const), wholeName: anyText, birthDate })
  const any: fc.Arbitrary<Traits> = fc.oneof(partial, complete, wholeOnly)
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(compareTraits(one, other)).toEqual(compareTraits(other, one))
    }),
    { numRuns: 4_000 },
  )
})

test("compare, complete traits with themselves, are the same", () => {
  fc.assert(
    fc.property(complete, (traits) => {
      expect(verdict(traits, { ...traits, source: "page" })).toBe("same")
    }),
  )
})

test("compare, one strict trait that differs, is different whatever else is equal", () => {
  const change = fc.oneof(
    fc.constant({ birthFamilyName: "OTHERNAME" }),
    fc.constant({ birthGivenNames: "ZELDA" }),
    birthDate.map((it) => ({ birthDate: it })),
    fc.constantFrom("F" as const, "M" as const).map((sex) => ({ sex })),
    matricule.map((it) => ({ matricule: it })),
  )
  fc.assert(
    fc.property(complete, matricule, change, (traits, number, changed) => {
      const one: Traits = { ...traits, matricule: number }
      const other: Traits = { ...one, source: "page", ...changed }
      const unchanged = Object.entries(changed).every(([trait, it]) => one[trait as keyof Traits] === it)
      expect(verdict(one, other)).toBe(unchanged ? "same" : "different")
    }),
    { numRuns: 2_000 },
  )
})

test("compare, « same », always rests on a matricule or on names with a full date, and on no contradiction", () => {
  fc.assert(
    fc.property(partial, partial, (one, other) => {
      const { verdict, traits } = compareTraits(one, other)
      const result = (trait: string) => traits.find((it) => it.trait === trait)?.result
      if (verdict !== "same") return
      expect(traits.map((it) => it.result)).not.toContain("different")
      const named = ["family-name", "given-name", "birth-date"].every((trait) => result(trait) === "same")
      expect(result("matricule") === "same" || named).toBe(true)
    }),
    { numRuns: 4_000 },
  )
})
