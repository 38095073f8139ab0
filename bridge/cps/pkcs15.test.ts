import { fromBER } from "asn1js"
import { describe, expect, test } from "vitest"
import { fromHex } from "../iso7816/bytes"
import { writeTlv } from "../iso7816/tlv-writer"
import { certificateDirectory } from "../training/cards/pkcs15-files"
import { applications } from "./layout"
import { parseCpsSerial } from "./parse-serial"
import { parseCertificateDirectory, parseObjectDirectory } from "./pkcs15"

const home = 0x0001
const path = (hex: string) => writeTlv(0x30, writeTlv(0x04, fromHex(hex)))

describe("object directory", () => {
  test.each([
    ["relative to the application", "7005", [home, 0x7005]],
    ["below 3F00", "3F00 0001 7005", [0x0001, 0x7005]],
    ["below 3F00, in another directory", "3F00 0002 7005", [0x0002, 0x7005]],
    ["in the master file itself", "3F00 7005", [home, 0x7005]],
    ["without 3F00", "0001 7005", [0x0001, 0x7005]],
    ["after the application's name", "E828BD080F8025000001FF0010 7005", [0x0001, 0x7005]],
    ["after the other application's name", "E828BD080F8025000001FF0020 7005", [0x0002, 0x7005]],
  ])("a certificate directory %s, is found", (_, hex, expected) => {
    const file = Uint8Array.from([...writeTlv(0xa0, path("7002")), ...writeTlv(0xa4, path(hex)), 0, 0, 0])
    expect(parseObjectDirectory(file, home)).toEqual({ ok: true, value: [expected] })
  })

  test("wrapped in one SEQUENCE, as some cards do, is opened", () => {
    const file = writeTlv(
      0x30,
      Uint8Array.from([...writeTlv(0xa0, path("7002")), ...writeTlv(0xa4, path("7005"))]),
    )
    expect(parseObjectDirectory(file, home)).toEqual({ ok: true, value: [[home, 0x7005]] })
  })

  test.each([
    ["no certificates", writeTlv(0xa0, path("7002")), "no-certificate"],
    ["a path of three bytes", writeTlv(0xa4, path("700500")), "no-certificate"],
    ["a path too deep", writeTlv(0xa4, path("0001 0002 7005")), "no-certificate"],
    ["a truncated object", fromHex("A4 20 30 04"), "not-tlv"],
    ["nothing", new Uint8Array(), "no-certificate"],
  ])("with %s, is refused", (_, file, refusal) => {
    expect(parseObjectDirectory(file, home)).toEqual({ ok: false, refusal })
  })
})

describe("certificate directory", () => {
  const objects = [
    { label: "Certificat de Signature CPS", id: 1, fid: 0xa001, der: new Uint8Array() },
    { label: "Certificat d'Authentification CPS", id: 2, fid: 0xa002, der: new Uint8Array() },
  ]
  const file = certificateDirectory(objects, applications.contact)

  test("as a real CPS3 has it, begins with the published bytes, which no ASN.1 library takes", () => {
    const published = "30523034 0C1B 43657274696669636174206465205369676E617475726520435053 03020800 3011"
    expect(file.subarray(0, fromHex(published).length)).toEqual(fromHex(published))
    expect(fromBER(file).offset).toBe(-1)
  })

  test("as a real CPS3 has it, gives labels and paths", () => {
    expect(parseCertificateDirectory(file, home)).toEqual({
      ok: true,
      value: [
        { label: "Certificat de Signature CPS", path: [home, 0xa001] },
        { label: "Certificat d'Authentification CPS", path: [home, 0xa002] },
      ],
    })
  })

  test("an entry of another shape, is passed over", () => {
    const strange = writeTlv(0x30, writeTlv(0x30, writeTlv(0x0c, fromHex("41"))))
    const parsed = parseCertificateDirectory(Uint8Array.from([...strange, ...file]), home)
    expect(parsed).toMatchObject({ value: { length: 2 } })
  })
})

describe("serial file", () => {
  test("the published example, gives eight digits", () => {
    expect(parseCpsSerial(fromHex("5A 0A 80 25 00 00 01 99 21 38 45 0F"))).toEqual({ digits: "99213845" })
  })

  test.each([
    "5A 0A 80 25 00 00 02 99 21 38 45 0F",
    "5A 0A 80 25 00 00 01 99 2A 38 45 0F",
    "00 00",
    "5A 0A 80",
  ])("%s, belongs to a stranger", (hex) => {
    expect(parseCpsSerial(fromHex(hex))).toBe("stranger")
  })
})
