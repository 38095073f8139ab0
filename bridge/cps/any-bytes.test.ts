import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { professionalSchema } from "../../shared/cards/cps"
import { nearMisses } from "../../test/fuzz/near-misses"
import { runs } from "../../test/fuzz/runs"
import { fromHex } from "../iso7816/bytes"
import { writeTlv } from "../iso7816/tlv-writer"
import { cpsCertificates } from "../training/cards/cps-certificates"
import { certificateDirectory, objectDirectory } from "../training/cards/pkcs15-files"
import { type Asn1Block, openAsn1 } from "./asn1"
import { certificateBytes, parseCertificate } from "./certificate"
import { type Attribute, attribute, attributesOf, decodeString } from "./distinguished-name"
import { applications, type FilePath, files, serialIssuer } from "./layout"
import { parseCpsSerial } from "./parse-serial"
import { parseCertificateDirectory, parseObjectDirectory } from "./pkcs15"
import { professionalOf } from "./professional"

// Whatever the files of a card hold: whole and well-formed, or a refusal, and never an exception.

const home = 0x0001
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

/** TLV objects in each other, of the tags that directories, names and certificates are made of. */
const nested = fc.letrec<{ node: Uint8Array }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.uint8Array({ maxLength: 20 }),
    fc
      .tuple(
        fc.constantFrom(
          0x30,
          0x31,
          0xa0,
          0xa1,
          0xa3,
          0xa4,
          0x04,
          0x06,
          0x0c,
          0x13,
          0x14,
          0x16,
          0x17,
          0x18,
          0x1e,
        ),
        fc.array(tie("node"), { maxLength: 4 }),
      )
      .map(([tag, parts]) => writeTlv(tag, join(...parts))),
  ),
})).node
const anyFile = fc.oneof(nested, fc.uint8Array({ maxLength: 300 }))

const instant = { validFrom: "2024-01-01T00:00:00Z", validTo: "2049-12-31T23:59:59Z" }

/** Whom these attributes name: somebody whom the protocol can carry, or a refusal. */
function wholeOrRefused(subject: Attribute[], issuer: Attribute[] = []): void {
  const professional = professionalOf({ subject, issuer, use: "other", ...instant })
  if (!professional.ok) return
  expect(professionalSchema.safeParse(professional.value).success).toBe(true)
  const texts = [professional.value, professional.value.idNat, professional.value.profession]
    .flatMap((part) => Object.values(part ?? {}))
    .filter((value) => typeof value === "string")
  for (const text of texts) expect(text).not.toMatch(/\p{Cc}|\p{Cf}/u)
}

describe("certificate", () => {
  const valid = [cpsCertificates.doctor.authentication, cpsCertificates.expired.signature]

  async function wholeOrNone(bytes: Uint8Array): Promise<void> {
    const length = certificateBytes(bytes)
    if (length !== null) expect(length).toBeLessThanOrEqual(4 + 0xffff)
    const parsed = await parseCertificate(bytes)
    if (!parsed.ok) return
    const { subject, issuer, validFrom, validTo } = parsed.value
    for (const time of [validFrom, validTo]) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(Number.isNaN(Date.parse(time))).toBe(false)
    }
    wholeOrRefused(subject, issuer)
  }

  test("certificate, any bytes, give whole fields or a refusal", async () => {
    await fc.assert(fc.asyncProperty(anyFile, wholeOrNone), runs(2_000))
  })
  test("certificate, near misses, give whole fields or a refusal", async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(...valid.map(nearMisses)), wholeOrNone), runs(2_000))
  })
})

describe("distinguished name", () => {
  let fromDer: (der: Uint8Array) => Asn1Block | null
  beforeAll(async () => {
    fromDer = await openAsn1()
  })

  const oid = (last: number) => writeTlv(0x06, Uint8Array.of(0x55, 0x04, last))
  const pair = (last: number, tag: number, text: string) =>
    writeTlv(0x30, join(oid(last), writeTlv(tag, new TextEncoder().encode(text))))
  /** Several attributes in one RDN, as on today's cards, and others alone. */
  const valid = writeTlv(
    0x30,
    join(
      writeTlv(0x31, pair(6, 0x13, "FR")),
      writeTlv(0x31, pair(12, 0x0c, "Médecin")),
      writeTlv(
        0x31,
        join(pair(3, 0x13, "899700000427"), pair(4, 0x0c, "FICTIVE-MARTIN"), pair(42, 0x0c, "CAMILLE")),
      ),
      writeTlv(0x31, pair(11, 0x14, "1990000002")),
    ),
  )

  function namesOrNothing(bytes: Uint8Array): void {
    const block = fromDer(bytes)
    const attributes = block && attributesOf(block)
    if (!attributes) return
    for (const { oid, text } of attributes) {
      expect(oid).toMatch(/^[\d.]+$/)
      expect(typeof text).toBe("string")
    }
    wholeOrRefused(attributes)
  }

  test("distinguished name, of the documented shape, names its person", () => {
    const block = fromDer(valid)
    expect(block && attributesOf(block)).toHaveLength(6)
  })
  test("distinguished name, any bytes, give attributes or nothing", () => {
    const anyName = fc.oneof(
      anyFile,
      fc.array(nested, { maxLength: 4 }).map((parts) => writeTlv(0x30, writeTlv(0x31, join(...parts)))),
      fc
        .array(fc.tuple(fc.nat({ max: 127 }), nested), { maxLength: 4 })
        .map((parts) =>
          writeTlv(
            0x30,
            join(...parts.map(([last, value]) => writeTlv(0x31, writeTlv(0x30, join(oid(last), value))))),
          ),
        ),
    )
    fc.assert(fc.property(anyName, namesOrNothing), runs(3_000))
  })
  test("distinguished name, near misses, give attributes or nothing", () => {
    fc.assert(fc.property(nearMisses(valid), namesOrNothing), runs(3_000))
  })

  test("professional, any bytes as texts of the attributes, give somebody whole or a refusal", () => {
    // Each begins like something that is looked for, or with nothing, and ends well or not.
    const start = fc.constantFrom(
      ...["", "FICTIVE", "Médecin", "Carte de service", "899700000427", "399000000/", "1990000002", "TEST"],
    )
    const end = fc.oneof(
      fc.constantFrom("", "", "\u0007", "\u0085", "\u202e", "1".repeat(200)),
      fc.string({ unit: "binary", maxLength: 20 }),
    )
    const text = fc.tuple(start, end).map((parts) => parts.join(""))
    const subject = fc.array(fc.record({ oid: fc.constantFrom(...Object.values(attribute)), text }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(subject, (attributes) => wholeOrRefused(attributes)),
      runs(3_000),
    )
  })

  test("string of a name, any bytes in any type, give a text or nothing", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 60 }), (tag, bytes) => {
        const text = decodeString(tag, bytes)
        expect(text === null || typeof text === "string").toBe(true)
      }),
      runs(3_000),
    )
  })
})

describe("directories", () => {
  const certificates = certificateDirectory(
    [
      { label: "Certificat de Signature CPS", id: 1, fid: 0xa001, der: new Uint8Array() },
      { label: "Certificat d'Authentification CPS", id: 2, fid: 0xa002, der: new Uint8Array() },
    ],
    applications.contact,
  )
  const objects = objectDirectory([
    { tag: 0xa0, fid: 0x7002 },
    { tag: 0xa4, fid: 0x7005 },
  ])

  function pathsOfTwo(paths: readonly FilePath[]): void {
    for (const fids of paths) {
      expect(fids).toHaveLength(2)
      for (const fid of fids) expect(fid).toBeLessThan(0x10000)
    }
  }
  function objectPaths(bytes: Uint8Array): void {
    const parsed = parseObjectDirectory(bytes, home)
    if (parsed.ok) pathsOfTwo(parsed.value)
  }
  function certificatePaths(bytes: Uint8Array): void {
    const parsed = parseCertificateDirectory(bytes, home)
    if (parsed.ok) pathsOfTwo(parsed.value.map(({ path }) => path))
  }

  test("object directory, any bytes, give paths or a refusal", () => {
    fc.assert(fc.property(anyFile, objectPaths), runs(3_000))
  })
  test("object directory, near misses, give paths or a refusal", () => {
    fc.assert(fc.property(nearMisses(objects), objectPaths), runs(3_000))
  })
  test("certificate directory, any bytes, give paths or a refusal", () => {
    fc.assert(fc.property(anyFile, certificatePaths), runs(3_000))
  })
  test("certificate directory, near misses, give paths or a refusal", () => {
    fc.assert(fc.property(nearMisses(certificates), certificatePaths), runs(3_000))
  })
})

describe("serial file of a CPS", () => {
  function eightDigits(bytes: Uint8Array): void {
    const serial = parseCpsSerial(bytes)
    if (serial !== "stranger") expect(serial.digits).toMatch(/^\d{8}$/)
  }
  const afterIssuer = (end: Uint8Array) => writeTlv(0x5a, join(fromHex(serialIssuer), end))

  test("serial file of a CPS, any bytes, give eight digits or a stranger's", () => {
    const anySerial = fc.oneof(anyFile, fc.uint8Array({ maxLength: 7 }).map(afterIssuer))
    fc.assert(fc.property(anySerial, eightDigits), runs(3_000))
  })
  test("serial file of a CPS, near misses, give eight digits or a stranger's", () => {
    const valid = afterIssuer(fromHex("99 21 38 45 0F"))
    expect(valid).toHaveLength(files.serial.bytes)
    fc.assert(fc.property(nearMisses(valid), eightDigits), runs(3_000))
  })
})
