import { fromBER } from "asn1js"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { runs } from "../../test/fuzz/runs"
import { fromHex } from "../iso7816/bytes"
import { writeTlv } from "../iso7816/tlv-writer"
import { certificateDirectory } from "../training/cards/pkcs15-files"
import { applications, serialIssuer } from "./layout"
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

describe("any bytes", () => {
  const nested = fc.letrec<{ node: Uint8Array }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.uint8Array({ maxLength: 20 }),
      fc
        .tuple(fc.constantFrom(0x30, 0xa1, 0xa4, 0x04, 0x0c), fc.array(tie("node"), { maxLength: 3 }))
        .map(([tag, parts]) => writeTlv(tag, Uint8Array.from(parts.flatMap((part) => [...part])))),
    ),
  })).node

  const real = certificateDirectory(
    [{ label: "Certificat de Signature CPS", id: 1, fid: 0xa001, der: new Uint8Array() }],
    applications.contact,
  )
  const nearMiss = fc
    .array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const bytes = Uint8Array.from(real)
      for (const [at, value] of changes) bytes[at] = value
      return bytes
    })

  test("as directories and serial file, give paths of two identifiers, digits, or a refusal", () => {
    fc.assert(
      fc.property(fc.oneof(nested, nearMiss), (bytes) => {
        const directory = parseObjectDirectory(bytes, home)
        const certificates = parseCertificateDirectory(bytes, home)
        const paths = [
          ...(directory.ok ? directory.value : []),
          ...(certificates.ok ? certificates.value.map((entry) => entry.path) : []),
        ]
        for (const fids of paths) {
          expect(fids).toHaveLength(2)
          for (const fid of fids) expect(fid).toBeLessThan(0x10000)
        }
        const serial = parseCpsSerial(bytes)
        if (serial !== "stranger") expect(serial.digits).toMatch(/^\d{8}$/)
      }),
      runs(3_000),
    )
  })

  test("after the issuer, are eight digits and their filler or a stranger's", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (end) => {
        const serial = parseCpsSerial(writeTlv(0x5a, Uint8Array.from([...fromHex(serialIssuer), ...end])))
        if (serial !== "stranger") expect(serial.digits).toMatch(/^\d{8}$/)
      }),
      runs(3_000),
    )
  })
})
