import { expect, test } from "vitest"
import {
  encodeApdu,
  readBinary,
  readBinaryBySfi,
  selectByAid,
  selectByFid,
  selectByPath,
  selectMasterFile,
} from "./apdu"
import { fromHex, toHex } from "./bytes"

test.each([
  ["master file", selectMasterFile(), "00A40000023F00"],
  ["application by name", selectByAid(fromHex("D250000002564954414C45")), "00A404000BD250000002564954414C45"],
  ["file by identifier", selectByFid(0xd001), "00A4020002D001"],
  ["file by path", selectByPath([0x0001, 0xa001]), "00A40800040001A001"],
  ["first block by short identifier", readBinaryBySfi(2), "00B0820000"],
  ["block at an offset, 256 bytes", readBinary(0x0123), "00B0012300"],
  ["block with an exact length", readBinary(0, 0x7c), "00B000007C"],
])("apdu, %s, is the bytes that the reference gives", (_, apdu, hex) => {
  expect(toHex(encodeApdu(apdu))).toBe(hex)
})
