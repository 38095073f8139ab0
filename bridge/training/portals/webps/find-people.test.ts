import { describe, expect, test } from "vitest"
import { nirProblem } from "../../../../shared/identity/nir"
import { checkCriteria, checkMatricule } from "./check-search"
import { findByCriteria } from "./find-people"
import { people } from "./people"

const names = (name: string, firstName: string, birthYear: string) =>
  findByCriteria(people, { name, firstName, birthYear }).map((person) => person.birthName)

describe("search by criteria", () => {
  test.each([
    ["capitals", "ADRUN", "ZOE", "1975", ["ADRUN"]],
    ["accents and small letters", "Adrún", "Zoé", "1975", ["ADRUN"]],
    ["first given name of several", "DARK", "Jeanne", "1960", ["DARK"]],
    ["all given names", "DARK", "Jeanne Marie Cécile", "1960", ["DARK"]],
    ["first name in use", "TCHITCHI", "Ola", "1936", ["TCHITCHI"]],
    ["hyphens as spaces", "Garcia Hammadi", "Sarah Lou", "1977", ["GARCIA-HAMMADI"]],
    ["another year", "ADRUN", "ZOE", "1976", []],
    ["another name", "ADRUN", "ZOEE", "1975", []],
  ])("%s", (_, name, firstName, year, expected) => {
    expect(names(name, firstName, year)).toEqual(expected)
  })
})

describe("search form", () => {
  test.each([
    ["right", "275126322074974", { matricule: "275126322074974" }],
    ["right, with spaces, Corsican", "1 80 03 2b 020 401 23", { matricule: "180032B02040123" }],
  ])("matricule, %s", (_, typed, expected) => {
    expect(checkMatricule(typed)).toEqual(expected)
  })

  test.each(["", "27512632207497", "275126322074975", "X75126322074974"])(
    "matricule, wrong: « %s »",
    (typed) => {
      expect(checkMatricule(typed)).toHaveProperty("errors")
    },
  )

  test.each([
    ["75", 1],
    ["19 75", 1],
    ["3020", 1],
    [" 1975 ", 0],
  ])("year « %s », %i error", (birthYear, errors) => {
    expect(checkCriteria({ name: "A", firstName: "B", birthYear })).toHaveLength(errors)
  })
})

test("people, all, have a right matricule and are told apart by it", () => {
  for (const person of people) expect(nirProblem(person.matricule), person.birthName).toBeNull()
  expect(new Set(people.map((person) => person.matricule)).size).toBe(people.length)
  expect(new Set(people.map((person) => person.status)).size).toBe(3)
})
