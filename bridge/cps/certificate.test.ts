import { beforeAll, describe, expect, test } from "vitest"
import { passesLuhn } from "../../shared/identity/luhn"
import { type Authority, openAuthority } from "../../test/authority/authority"
import {
  currentName,
  type DistinguishedName,
  employeeName,
  olderName,
  serviceName,
  t61,
} from "../../test/authority/names"
import { certificateBytes, parseCertificate } from "./certificate"
import { attribute } from "./distinguished-name"
import { professionalOf } from "./professional"

const withKey = (digits: string) => digits + [..."0123456789"].find((key) => passesLuhn(digits + key))
const rpps = withKey("9970000042")
const finess = withKey("99000000")
const camille = { idNat: `8${rpps}`, familyName: "FICTIVE-MARTIN", givenName: "CAMILLE" }

let authority: Authority
beforeAll(async () => {
  authority = await openAuthority()
})

async function read(subject: DistinguishedName, from: Authority = authority) {
  const certificate = await parseCertificate(await from.issue({ subject, use: "authentication" }))
  if (!certificate.ok) throw new Error(certificate.refusal)
  return professionalOf(certificate.value)
}

describe("professional, documented shapes", () => {
  test("current personal CPS, gives name, RPPS and profession with its code", async () => {
    expect(await read(currentName(camille, "Médecin"))).toEqual({
      ok: true,
      value: {
        familyName: "FICTIVE-MARTIN",
        givenName: "CAMILLE",
        pseudonym: null,
        idNat: { kind: "rpps", id: rpps, internal: null },
        profession: { label: "Médecin", code: "10" },
        structure: null,
        organisation: null,
        validFrom: "2024-01-01T00:00:00Z",
        validTo: "2049-12-31T23:59:59Z",
        test: true,
      },
    })
  })

  test("older personal CPS, gives the profession from OU, written in T61, and the ADELI number", async () => {
    expect(await read(olderName({ ...camille, idNat: "00B7010446" }, "Médecin"))).toMatchObject({
      value: {
        idNat: { kind: "adeli", id: "0B7010446" },
        profession: { label: "Médecin", code: "10" },
        organisation: null,
      },
    })
  })

  test("employee, gives structure, organisation and no profession", async () => {
    const name = employeeName({ ...camille, idNat: `3${finess}/0000000007` }, `1${finess}`, "CABINET FICTIF")
    expect(await read(name)).toMatchObject({
      value: {
        idNat: { kind: "finess", id: finess, internal: "0000000007" },
        profession: null,
        structure: { kind: "finess", id: finess },
        organisation: "CABINET FICTIF",
      },
    })
  })

  test("service card, names an employee by a pseudonym and is no profession", async () => {
    const name = serviceName(
      { idNat: `3${finess}/12`, pseudonym: "EMPLOYE012" },
      `1${finess}`,
      "CABINET FICTIF",
    )
    expect(await read(name)).toMatchObject({
      value: { familyName: null, givenName: null, pseudonym: "EMPLOYE012", profession: null },
    })
  })
})

describe("professional, what varies", () => {
  const [cn, sn, gn] = [attribute.commonName, attribute.surname, attribute.givenName]

  test("the order inside the RDN and one RDN for each, mean the same", async () => {
    const turned: DistinguishedName = [
      { [gn]: ["CAMILLE"], [sn]: ["FICTIVE-MARTIN"], [cn]: [camille.idNat] },
      { C: ["FR"] },
    ]
    const apart: DistinguishedName = [
      { [sn]: ["FICTIVE-MARTIN"] },
      { [cn]: [camille.idNat] },
      { [gn]: ["CAMILLE"] },
    ]
    for (const name of [turned, apart])
      expect(await read(name)).toMatchObject({
        value: { familyName: "FICTIVE-MARTIN", givenName: "CAMILLE", idNat: { id: rpps } },
      })
  })

  test.each([
    ["UTF8String", { utf8String: "LEFÈVRE" }],
    ["BMPString", { bmpString: "LEFÈVRE" }],
    ["PrintableString", { printableString: "LEFEVRE" }],
    ["IA5String", { ia5String: "LEFEVRE" }],
  ])("a name in %s, is read", async (_, written) => {
    const name: DistinguishedName = [{ [sn]: [written], [cn]: [camille.idNat] }]
    expect(await read(name)).toMatchObject({ value: { familyName: Object.values(written)[0] } })
  })

  test("a name in T61String, is read as Latin-1", async () => {
    expect(await read([{ [sn]: t61("LEFÈVRE"), [cn]: [camille.idNat] }])).toMatchObject({
      value: { familyName: "LEFÈVRE" },
    })
  })

  test("an RPPS with a wrong key, is no identifier and the rest is told", async () => {
    const wrong = camille.idNat.replace(/.$/, (key) => String((Number(key) + 1) % 10))
    expect(await read(currentName({ ...camille, idNat: wrong }, "Infirmier"))).toMatchObject({
      value: { familyName: "FICTIVE-MARTIN", idNat: null, profession: { code: "60" } },
    })
  })

  test("a title outside the nomenclature, keeps its label without a code", async () => {
    expect(await read(currentName(camille, "Médecin en formation"))).toMatchObject({
      value: { profession: { label: "Médecin en formation", code: null } },
    })
  })

  test.each<[string, DistinguishedName, string]>([
    ["nobody", [{ C: ["FR"] }, { [cn]: ["Certificat technique"] }], "nobody"],
    ["a number that looks like an ADELI and no name", [{ [cn]: ["0ABCDEFGH1"] }], "nobody"],
    ["name and given name in CN, as an old note says", [{ [cn]: ["FICTIVE CAMILLE"] }], "nobody"],
    ["two surnames", [{ [sn]: ["UN"] }, { [sn]: ["DEUX"] }, { [cn]: [camille.idNat] }], "twice"],
    ["control characters in the name", [{ [sn]: [{ utf8String: "A\u0007B" }] }], "name"],
    ["a name without end", [{ [sn]: [{ utf8String: "A".repeat(300) }] }], "name"],
  ])("a subject with %s, is refused", async (_, subject, refusal) => {
    expect(await read(subject)).toEqual({ ok: false, refusal })
  })

  test("a card of the real authority with a real-looking RPPS, is no test card", async () => {
    const real = await openAuthority("C=FR, O=ASIP-SANTE, CN=AC IGC-SANTE FORT PERSONNES")
    const person = { ...camille, idNat: `8${withKey("1099999999")}` }
    expect(await read(currentName(person, "Médecin"), real)).toMatchObject({ value: { test: false } })
    expect(await read(currentName(camille, "Médecin"), real)).toMatchObject({ value: { test: true } })
  })
})

describe("certificate", () => {
  test.each(["authentication", "signature"] as const)("key usage %s, is told apart", async (use) => {
    const der = await authority.issue({ subject: currentName(camille, "Médecin"), use })
    expect(await parseCertificate(der)).toMatchObject({ ok: true, value: { use } })
  })

  test("encryption or no key usage, is neither", async () => {
    for (const use of ["encryption", null] as const) {
      const der = await authority.issue({ subject: currentName(camille, "Médecin"), use })
      expect(await parseCertificate(der)).toMatchObject({ value: { use: "other" } })
    }
  })

  test("length, is what its header says, padding apart", async () => {
    const der = await authority.issue({ subject: currentName(camille, "Médecin"), use: "signature" })
    expect(certificateBytes(der)).toBe(der.length)
    const padded = Uint8Array.from([...der, ...new Uint8Array(40)])
    expect(await parseCertificate(padded)).toMatchObject({ ok: true })
    expect(certificateBytes(Uint8Array.of(0x04, 0x02, 0, 0))).toBeNull()
  })

  test("cut short anywhere, is refused", async () => {
    const der = await authority.issue({ subject: currentName(camille, "Médecin"), use: "signature" })
    for (const length of [0, 1, 4, 50, 300, der.length - 1])
      expect(await parseCertificate(der.subarray(0, length))).toEqual({
        ok: false,
        refusal: "not-a-certificate",
      })
  })

  test("nested without end, is refused and not endless", async () => {
    const deep = Uint8Array.from({ length: 16_000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80))
    expect(await parseCertificate(deep)).toMatchObject({ ok: false })
  })
})
