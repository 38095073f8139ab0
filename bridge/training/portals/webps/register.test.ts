import { expect, test } from "vitest"
import { nirProblem } from "../../../../shared/identity/nir"
import type { SwitchId } from "../switches"
import { people } from "./people"
import { registerOf } from "./register"

const on = (...ids: SwitchId[]) => new Set(ids)

test("look-alikes of everyone, have right numbers of their own, and are found again by them", () => {
  const register = registerOf(people)
  const everyone = people.flatMap(({ birthName, givenNames, birthDate }) =>
    register.byCriteria(
      { name: birthName, firstName: givenNames[0] ?? "", birthYear: birthDate.slice(0, 4) },
      "all",
      on("homonyms", "several-results"),
    ),
  )
  // The two MEMENOM ANNE are found by the same search, so each comes twice.
  const distinct = new Set(everyone)
  expect(distinct.size).toBe(people.length * 4)
  expect(new Set([...distinct].map(({ matricule }) => matricule)).size).toBe(distinct.size)
  for (const person of distinct) {
    expect(nirProblem(person.matricule), person.birthName).toBeNull()
    expect(register.byMatricule(person.matricule)).toEqual(person)
  }
})
