import { expect, test } from "vitest"
import { professionCode, professions } from "./professions"

test("profession, every label of the nomenclature, gives its own code", () => {
  for (const [code, label] of Object.entries(professions)) expect(professionCode(label)).toBe(code)
})

test.each([
  ["MEDECIN", "10"],
  ["médecin ", "10"],
  ["Sage Femme", "50"],
  ["INFIRMIER", "60"],
  ["Masseur-kinesitherapeute", "70"],
  ["Médecin en formation", null],
  ["Infirmier(e) diplômé(e)", null],
  ["Médecin 2", null],
  ["Secrétaire", null],
  ["", null],
])("profession, « %s », is %s", (label, code) => {
  expect(professionCode(label)).toBe(code)
})
