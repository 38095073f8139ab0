import { expect, test } from "vitest"
import { fromHex } from "../iso7816/bytes"
import { recogniseAtr } from "./atr"

test.each([
  "3B 75 13 00 00 43 09 EA 90 00",
  "3B 75 13 00 00 44 09 EA 90 00",
  "3B 75 13 00 00 45 09 EA 90 00",
  "3B 75 13 00 00 45 09 FA 90 00",
  "3B 75 13 00 00 49 09 EA 90 00",
])("atr, %s, is a Vitale 2", (hex) => {
  expect(recogniseAtr(fromHex(hex))).toBe("vitale-2")
})

test.each([
  "3F 65 25 00 22 09 F9 90 00",
  "3F 65 25 00 2C 09 69 90 00",
  "3F 65 25 00 52 09 6A 90 00",
  "3F 65 25 00 A3 09 6A 90 00",
  "3F 65 25 00 A4 09 6A 90 00",
])("atr, %s, is a Vitale of the first generation", (hex) => {
  expect(recogniseAtr(fromHex(hex))).toBe("vitale-1")
})

test.each([
  ["Cyberflex 32k v2, same start as Vitale 2", "3B 75 13 00 00 9C 02 02 01 02"],
  ["Bull Scot 5, same start as Vitale 1", "3F 65 25 00 2B 09 EB 90 00"],
  ["French bank card, same start as Vitale 1", "3F 65 25 08 22 09 69 90 00"],
  ["Vitale 2 with a byte more", "3B 75 13 00 00 45 09 EA 90 00 00"],
  ["Vitale 2 cut short", "3B 75 13 00 00 45 09 EA 90"],
  ["CPS3, not read yet", "3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00"],
  ["nothing", ""],
])("atr, %s, is unknown", (_, hex) => {
  expect(recogniseAtr(fromHex(hex))).toBe("unknown")
})
