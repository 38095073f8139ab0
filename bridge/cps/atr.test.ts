import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { nearMisses } from "../../test/fuzz/near-misses"
import { runs } from "../../test/fuzz/runs"
import { fromHex } from "../iso7816/bytes"
import { recogniseAtr } from "../vitale/atr"
import { recogniseCps } from "./atr"

test.each([
  ["3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00", "cps3"],
  ["3B AC 01 40 2B 01 12 25 00 64 80 00 03 11 00 90 00", "cps3"],
  ["3B AC 00 40 2A 00 12 25 00 64 80 82 02 12 00 90 00", "cps2ter"],
  ["3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 82 90 00 0E", "cps3-contactless"],
  ["3B 8F 80 01 00 31 B8 64 05 B1 EC C2 73 94 01 80 82 90 00 0E", "cps3-contactless"],
  ["3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 FF FF FF E3", "cps3-contactless"],
  ["3B 9B 18 80 01 00 12 25 00 64 80 04 01 00 00 90 44", "cps4"],
  ["3B 9B 18 80 01 00 12 25 00 64 80 00 04 01 00 90 44", "cps4"],
  ["3B DC 18 FF 00 00 12 25 00 64 80 00 04 01 00 90 00", "cps4"],
  // First bytes that are in no table; the issuer's bytes and the version say what it is.
  ["3B 7B 18 00 00 12 25 00 64 80 04 01 00 90 00", "cps4"],
])("atr, %s, is a %s", (hex, generation) => {
  expect(recogniseCps(fromHex(hex))).toBe(generation)
})

test.each([
  ["a Vitale 2", "3B 75 13 00 00 45 09 EA 90 00"],
  ["a French bank card", "3B 65 00 00 20 63 CB 6A 00"],
  ["an unknown version of the contact body", "3B AC 00 40 2A 00 12 25 00 64 80 09 09 10 00 90 00"],
  [
    "a contactless ATR with another platform byte",
    "3B 8F 80 01 00 31 B8 64 04 B0 EC 01 73 94 01 80 82 90 00 0E",
  ],
  [
    "an agent's card on the same platform",
    "3B DF 96 00 80 31 FE 45 00 31 B8 64 04 1F EC C1 73 94 01 80 82 90 00 EC",
  ],
  ["a CPS3 cut short", "3B AC 00 40 2A 00 12 25 00 64 80 00"],
  ["nothing", ""],
])("atr, %s, is no CPS", (_, hex) => {
  expect(recogniseCps(fromHex(hex))).toBeNull()
})

describe("ATR of a CPS", () => {
  function neverBoth(atr: Uint8Array): void {
    expect(recogniseCps(atr) !== null && recogniseAtr(atr) !== "unknown").toBe(false)
  }

  test("ATR of a CPS, any bytes, are never both a CPS and a Vitale card", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 33 }), neverBoth), runs(3_000))
  })
  test("ATR of a CPS, near misses, are never both a CPS and a Vitale card", () => {
    const known = [
      "3BAC00402A00122500648000031000 9000",
      "3B9B188001001225006480040100009044",
      "3B751300004509EA9000",
    ]
    fc.assert(fc.property(fc.oneof(...known.map((hex) => nearMisses(fromHex(hex)))), neverBoth), runs(3_000))
  })
})
