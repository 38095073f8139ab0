import fc from "fast-check"
import { expect, test } from "vitest"
import { fromHex } from "../../iso7816/bytes"
import { deck } from "../../training/cards/deck"
import { maskAtr } from "./mask-atr"

test.each(["family", "old-generation", "cps-doctor", "cps-nurse", "bank", "unknown"] as const)(
  "%s, its answer to reset is its model's and is told whole",
  (id) => {
    expect(fromHex(maskAtr(deck[id].image.atr))).toEqual(deck[id].image.atr)
  },
)

test("contactless CPS3, the bytes that vary and the checksum over them are masked", () => {
  const told = maskAtr(deck["cps-contactless"].image.atr)
  expect(told).toBe("3B 8F 80 01 00 31 B8 64 xx xx EC xx 73 94 01 80 82 90 00 xx")
})

test("transport card, the serial number in its historical bytes is masked", () => {
  // Category 80, then 5A: ten bytes of the issuer, the last four of which are the card's own.
  const atr = fromHex("3B 6F 00 00 80 5A 0A 07 06 20 04 2B 12 34 56 78 82 90 00")
  expect(maskAtr(atr)).toBe("3B 6F 00 00 80 5A xx xx xx xx xx xx xx xx xx xx 82 90 00")
})

test("issuer's data in an answer with a checksum, which would give one byte of them back", () => {
  const told = maskAtr(fromHex("3B 85 80 01 80 53 11 22 33 FF"))
  expect(told).toBe("3B 85 80 01 80 53 xx xx xx xx")
})

test("any bytes, are told one by one or masked", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 33 }), (atr) => {
      const told = maskAtr(atr)
      expect(told === "" ? [] : told.split(" ")).toHaveLength(atr.length)
    }),
  )
})
