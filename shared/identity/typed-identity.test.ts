import fc from "fast-check"
import { expect, test } from "vitest"
import { holderSchema } from "../cards/vitale"
import { checkTypedIdentity, holderOfTyped, type TypedFields, traitsOfTyped } from "./typed-identity"

const today = { year: 2026, month: 5, day: 29 }
const zoe: TypedFields = {
  familyName: "Adrun",
  givenName: "Zoé",
  birthDate: "31/12/1975",
  sex: "F",
  nir: "2 75 12 63 220 749 74",
}
const check = (fields: Partial<TypedFields>) => checkTypedIdentity({ ...zoe, ...fields }, today)

test("typed, a whole identity, has no problem and becomes a holder and traits", () => {
  const { identity, problems, warnings } = check({})
  expect(warnings).toEqual([])
  expect(Object.values(problems)).toEqual([null, null, null, null, null])
  if (!identity) throw new Error("no identity")
  const holder = { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: "275126322074974" }
  expect(holderOfTyped(identity)).toEqual({ rank: 1, ...holder })
  const { nir: matricule, ...names } = holder
  expect(traitsOfTyped(identity)).toEqual({ source: "typed", ...names, matricule, sex: "F" })
})

test("typed, without sex and number, is enough", () => {
  expect(check({ sex: "", nir: " " }).identity).toMatchObject({ sex: null, nir: null })
})

test.each(["31121975", "31-12-1975", "31.12.1975", " 31 12 1975 "])(
  "typed, date %s, is read",
  (birthDate) => {
    expect(check({ birthDate }).identity?.birthDate).toBe("19751231")
  },
)

test.each([
  ["familyName", "", "empty"],
  ["familyName", "DARK2", "character"],
  ["familyName", "-DARK", "lexical"],
  ["givenName", "Søren", "character"],
  ["givenName", "ANNE-", "lexical"],
  ["birthDate", "", "empty"],
  ["birthDate", "3", "incomplete"],
  ["birthDate", "31/", "incomplete"],
  ["birthDate", "31/12/197", "incomplete"],
  ["birthDate", "3112197", "incomplete"],
  ["birthDate", "31/12-1975", "shape"],
  ["birthDate", "311219755", "shape"],
  ["birthDate", "le 31", "shape"],
  ["birthDate", "31/12/1175", "year"],
  ["birthDate", "30/05/2026", "future"],
  ["birthDate", "01/20/2027", "future"],
  ["sex", "X", "unknown"],
  ["nir", "2 75 12", "length"],
  ["nir", "2 75 12 63 220 749 75", "key"],
  ["nir", "ABCDEFGHIJKLMNO", "shape"],
] as const)("typed, %s « %s », is a problem: %s", (field, text, problem) => {
  const { problems, identity } = check({ [field]: text })
  expect(problems[field]).toBe(problem)
  expect(identity).toBeNull()
})

test("typed, born today, is no problem", () => {
  expect(check({ birthDate: "29/05/2026", nir: "" }).identity).not.toBeNull()
})

test.each([
  [{ birthDate: "01/20/1975" }, ["lunar-date"]],
  [{ birthDate: "30/05/1960" }, ["nir-birth-differs"]],
  [{ sex: "M" }, ["nir-sex-differs"]],
  [{ nir: "884058832102523", sex: "F", birthDate: "12/05/1984" }, ["number-waiting"]],
  [{ nir: "555551234567890" }, ["number-temporary"]],
])("typed, %o, is a warning and no problem", (fields, warnings) => {
  const checked = check(fields)
  expect(checked.warnings).toEqual(warnings)
  expect(checked.identity).not.toBeNull()
})

test("typed, a temporary number, goes to no page as NIR", () => {
  const { identity } = check({ nir: "555551234567890" })
  expect(identity && holderOfTyped(identity).nir).toBeNull()
})

test("typed, any five texts, get an answer, and an identity always is a holder", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("31/12/1975", "F", "Zoé", "275126322074974", "01201942"))
  const fields = fc.record({ familyName: text, givenName: text, birthDate: text, sex: text, nir: text })
  const near = fields.map((it) => ({ ...zoe, givenName: it.givenName, nir: it.nir }))
  fc.assert(
    fc.property(fc.oneof(fields, near), (typed) => {
      const { identity, problems } = checkTypedIdentity(typed, today)
      expect(identity === null).toBe(Object.values(problems).some((problem) => problem !== null))
      if (identity) expect(holderSchema.safeParse(holderOfTyped(identity)).success).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
