import { expect, test } from "vitest"
import { checkBirthDate } from "./check-birth-date"
import { errorSentences as say } from "./error-sentences"

const today = Date.UTC(2026, 10, 23, 12)

test.each([
  ["right", "31/12/1975", { birthDate: "19751231" }],
  ["with spaces around", " 02/03/1980 ", { birthDate: "19800302" }],
  ["29 February of a leap year", "29/02/2024", { birthDate: "20240229" }],
  ["today", "23/11/2026", { birthDate: "20261123" }],
  ["empty", "  ", { error: say.birthDateMissing }],
  ["29 February of another year", "29/02/2023", { error: say.birthDateFormat }],
  ["lunar", "00/00/1950", { error: say.birthDateFormat }],
  ["other order", "1975-12-31", { error: say.birthDateFormat }],
  ["short year", "31/12/75", { error: say.birthDateFormat }],
  ["tomorrow", "24/11/2026", { error: say.birthDateFuture }],
])("birth date, %s", (_, typed, expected) => {
  expect(checkBirthDate(typed, today)).toEqual(expected)
})
