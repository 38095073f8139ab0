import { expect, test } from "vitest"
import { calendarDate, isLunar } from "../../../shared/identity/birth-date"
import { nirProblem } from "../../../shared/identity/nir"
import { ownNir } from "../../../shared/identity/own-nir"
import { checkSerial } from "../../../shared/identity/vitale-serial"
import { recogniseCps } from "../../cps/atr"
import { recogniseAtr } from "../../vitale/atr"
import { parseSerial } from "../../vitale/parse-serial"
import { deck, deckCardIds, people } from "./deck"

test.each(Object.entries(people))("deck, %s, has a number whose key is right", (_, { nir }) => {
  expect(nirProblem(nir)).toBeNull()
})

test("deck, the family, has one person born in Corsica and one with a lunar birth date", () => {
  expect(people.anthony.nir.slice(5, 7)).toBe("2B")
  expect(isLunar(people.selene.birthDate)).toBe(true)
  expect(calendarDate(people.zoe.birthDate)).not.toBeNull()
})

test("deck, the child, carries a number that is not its own", () => {
  expect(ownNir(people.michelangelo.nir, people.michelangelo.birthDate)).toBe("differs")
  expect(ownNir(people.jeanne.nir, people.jeanne.birthDate)).toBe("agrees")
})

test("deck, serial numbers, look like the Fiche's example", () => {
  const files = [deck.family, deck["parent-child"]].map(
    ({ image }) => image.fileSystem.master.files[1]?.content,
  )
  const serials = files.map((content) => parseSerial(content ?? new Uint8Array()))
  for (const serial of serials)
    expect(checkSerial(serial ?? "", true)).toMatchObject({ problem: null, keyWarning: false })
  expect(deck.single.image.fileSystem.master.files).toHaveLength(1)
})

test("deck, cards, have the generations that they stand for", () => {
  const generations = deckCardIds.map((id) => recogniseAtr(deck[id].image.atr))
  expect(generations.slice(0, 6)).toEqual([
    "vitale-2",
    "vitale-2",
    "vitale-2",
    "vitale-1",
    "unknown",
    "vitale-2",
  ])
  const cps = deckCardIds.map((id) => recogniseCps(deck[id].image.atr))
  expect(cps.slice(6)).toEqual([null, "cps3", "cps4", "cps3", "cps3", "cps3-contactless", "cps2ter"])
})
