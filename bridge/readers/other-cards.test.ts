import { expect, test } from "vitest"
import { recogniseCps } from "../cps/atr"
import { fromHex } from "../iso7816/bytes"
import { recogniseAtr } from "../vitale/atr"
import { isOtherFrenchCard } from "./other-cards"

const vitale1 = [
  "3F 65 25 00 22 09 F9 90 00",
  "3F 65 25 00 22 09 69 90 00",
  "3F 65 25 00 2C 09 F9 90 00",
  "3F 65 25 00 2C 09 69 90 00",
  "3F 65 25 00 52 09 6A 90 00",
  "3F 65 25 00 A3 09 6A 90 00",
  "3F 65 25 00 A4 09 6A 90 00",
]

test.each(vitale1)("%s, is a Vitale of the first generation and nothing else", (hex) => {
  expect(recogniseAtr(fromHex(hex))).toBe("vitale-1")
  expect(isOtherFrenchCard(fromHex(hex))).toBe(false)
})

test.each([
  ["bank card, with the prefix of a first Vitale", "3F 65 25 08 43 04 6C 90 00"],
  ["bank card, of the pattern that the list gives", "3F 65 25 00 99 04 6C 90 40"],
  ["telephone card", "3F 65 25 08 22 04 68 90 00"],
  ["bank card", "3B 65 00 00 20 63 CB 6A 00"],
  ["identity card of 2021", "3B DB 96 FF 80 B1 FE 45 1F 87 00 31 C1 64 09 37 72 13 0F 90 00 F4"],
  ["agent of the health insurance", "3B 67 00 00 2D 20 16 01 78 90 00"],
])("%s, is another French card, never a health card", (_, hex) => {
  const atr = fromHex(hex)
  expect([isOtherFrenchCard(atr), recogniseAtr(atr), recogniseCps(atr)]).toEqual([true, "unknown", null])
})

test.each([
  ["Bull Scot 5", "3F 65 25 00 2B 09 EB 90 00"],
  ["parking card of a Canadian town", "3F 65 25 00 2B 09 69 90 00"],
  ["Cyberflex 32k v2", "3B 75 13 00 00 9C 02 02 01 02"],
])("%s, begins like a Vitale card and is unknown", (_, hex) => {
  const atr = fromHex(hex)
  expect([isOtherFrenchCard(atr), recogniseAtr(atr), recogniseCps(atr)]).toEqual([false, "unknown", null])
})
