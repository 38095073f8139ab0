import { expect, test } from "vitest"
import { fromPcsc } from "./pcsc-errors"

test.each([
  ["SCardConnect error: Sharing violation.(0x8010000b)", "card-held"],
  ["SCardTransmit error: Card was reset.(0x80100068)", "card-held"],
  ["SCardTransmit error: Card was removed.(0x80100069)", "card-removed"],
  ["SCardConnect error: Card is unresponsive.(0x80100066)", "card-mute"],
  ["SCardConnect error: No smart card inserted.(0x8010000c)", "no-card"],
  ["SCardEstablishContext error: Service not available.(0x8010001d)", "no-reader-service"],
  ["SCardListReaders error: Cannot find a smart card reader.(0x8010002e)", "no-reader"],
  ["SCardConnect error: Unknown reader specified.(0x80100009)", "no-reader"],
  ["SCardConnect error: Violation de partage(0xffffffff8010000b)", "card-held"],
  ["SCardTransmit error: something new(0x80100077)", "internal"],
  ["Card Reader not connected", "internal"],
])("pc/sc, « %s », is %s", (message, code) => {
  expect(fromPcsc(new Error(message)).code).toBe(code)
})
