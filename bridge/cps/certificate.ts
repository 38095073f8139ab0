import { parseTlv } from "../iso7816/tlv"
import { type Asn1Block, childrenOf, contentOf, contextTagOf, oidOf, openAsn1, tagOf } from "./asn1"
import { type Attribute, attributesOf } from "./distinguished-name"
import { type Parsed, refused } from "./parsed"

/**
 * What a CPS certificate is for, by its key usage: the authentication and the signature certificate of a person
 * carry the same name, and no file identifier tells them apart (reference: cards, §3.4 and §3.9).
 */
export type CertificateUse = "authentication" | "signature" | "other"

/** What we take from a certificate. Dates are UTC, `2026-01-31T23:59:59Z`. */
export type Certificate = {
  subject: Attribute[]
  issuer: Attribute[]
  validFrom: string
  validTo: string
  use: CertificateUse
}

const sequence = 16
const keyUsageOid = "2.5.29.15"
const bitString = 0x03
const bits = { digitalSignature: 0x80, nonRepudiation: 0x40 }

/**
 * A certificate from its DER bytes (RFC 5280, §4.1); what follows it in the file is padding. Total: any bytes
 * are fine. Its signature is not checked: the issuer's certificates are not ours to know, and nothing here
 * proves who somebody is.
 */
export async function parseCertificate(der: Uint8Array): Promise<Parsed<Certificate>> {
  const fromDer = await openAsn1()
  const [toBeSigned] = childrenOrNone(fromDer(der))
  const fields = childrenOrNone(toBeSigned)
  // serialNumber, signature, issuer, validity, subject, publicKey; the version before them is optional.
  const [, , issuerName, validity, subjectName] = fields.filter((field) => contextTagOf(field) === null)
  const [validFrom, validTo] = childrenOrNone(validity).map(instantOf)
  const issuer = issuerName && tagOf(issuerName) === sequence ? attributesOf(issuerName) : null
  const subject = subjectName && tagOf(subjectName) === sequence ? attributesOf(subjectName) : null
  if (!validFrom || !validTo || !issuer || !subject) return refused("not-a-certificate")
  return { ok: true, value: { subject, issuer, validFrom, validTo, use: keyUsageIn(fields) } }
}

/** How long the certificate at the start of a file is, its header included; null where no DER object starts. */
export function certificateBytes(start: Uint8Array): number | null {
  const [tag, form, high, low] = start
  if (tag !== 0x30 || high === undefined || low === undefined) return null
  if (form === 0x82) return 4 + high * 256 + low
  if (form === 0x81) return 3 + high
  return form !== undefined && form < 0x80 ? 2 + form : null
}

function childrenOrNone(block: Asn1Block | null | undefined): Asn1Block[] {
  return block ? childrenOf(block) : []
}

/** UTCTime (years 1950 to 2049) or GeneralizedTime, both in the form that RFC 5280 asks for. */
function instantOf(block: Asn1Block): string | null {
  const text = Array.from(contentOf(block), (byte) => String.fromCharCode(byte)).join("")
  const parts = /^(\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!parts) return null
  const [, century, years, month, day, hour, minute, second] = parts
  const full = century ?? (Number(years) >= 50 ? "19" : "20")
  const written = `${full}${years}-${month}-${day}T${hour}:${minute}:${second}Z`
  const time = Date.parse(written)
  // A date that the calendar turns into another one is no date.
  return Number.isFinite(time) && new Date(time).toISOString() === written.replace("Z", ".000Z")
    ? written
    : null
}

function keyUsageIn(fields: readonly Asn1Block[]): CertificateUse {
  const wrapped = fields.find((field) => contextTagOf(field) === 3)
  const extensions = childrenOrNone(childrenOrNone(wrapped)[0]).map(childrenOf)
  const value = extensions.find(([type]) => type && oidOf(type) === keyUsageOid)?.at(-1)
  // Read as bytes: of this BIT STRING only the first octet counts, whatever it says of unused bits.
  const usage = value && parseTlv(contentOf(value))
  const octet = usage?.ok && usage.nodes[0]?.tag === bitString ? (usage.nodes[0].value[1] ?? 0) : 0
  if (octet & bits.nonRepudiation) return "signature"
  return octet & bits.digitalSignature ? "authentication" : "other"
}
