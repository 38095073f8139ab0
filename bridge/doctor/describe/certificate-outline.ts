import { certificateBytes } from "../../cps/certificate"
import { parseTlv, type TlvNode } from "../../iso7816/tlv"
import { oidText, toldOid } from "./object-identifiers"
import { type Size, sizeOf } from "./size"

/**
 * What an X.509 certificate is built of (RFC 5280, §4.1): which attributes, in which order and string types, which
 * algorithms, which extensions, what it is for. No name, number, date, key or signature.
 */
export type CertificateOutline = {
  size: Size
  signatureAlgorithm: string
  keyAlgorithm: string
  keyBits: number | "other"
  issuer: NameOutline
  subject: NameOutline
  /** The types of the two dates, `UTCTime` or `GeneralizedTime`. */
  validity: string[]
  keyUsage: string[]
  extensions: { oid: string; critical: boolean; size: Size }[]
}

/** The relative names in their order; more than one attribute in one of them is a multi-valued one. */
export type NameOutline = { oid: string; type: string; length: Size }[][]

const tag = {
  sequence: 0x30,
  set: 0x31,
  oid: 0x06,
  integer: 0x02,
  boolean: 0x01,
  bitString: 0x03,
  octets: 0x04,
}
const version = 0xa0
const extensions = 0xa3

const stringTypes: Record<number, string> = {
  12: "UTF8String",
  19: "PrintableString",
  20: "T61String",
  22: "IA5String",
  30: "BMPString",
}
const timeTypes: Record<number, string> = { 23: "UTCTime", 24: "GeneralizedTime" }
const usualKeyBits: ReadonlySet<number> = new Set([1024, 2048, 3072, 4096])
const keyUsageOid = "2.5.29.15"
const keyUsages = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
]

/**
 * Null for bytes that are no certificate. Read as plain TLV, whose outcome depends on tags and lengths alone: a
 * decoder that looks at the values could take two certificates of one structure differently.
 */
export function certificateOutline(file: Uint8Array): CertificateOutline | null {
  const whole = certificateBytes(file)
  if (whole === null || whole > file.length) return null
  const [certificate] = children(file.subarray(0, whole))
  if (certificate?.tag !== tag.sequence) return null
  const [toBeSigned, signatureAlgorithm] = children(certificate.value)
  if (toBeSigned?.tag !== tag.sequence || signatureAlgorithm?.tag !== tag.sequence) return null
  const all = children(toBeSigned.value)
  const fields = all[0]?.tag === version ? all.slice(1) : all
  const [serial, , issuer, validity, subject, key] = fields
  if (serial?.tag !== tag.integer || !issuer || !validity || !subject || !key) return null
  const told = extensionsIn(fields.find((field) => field.tag === extensions))
  return {
    size: sizeOf(certificate.value.length),
    signatureAlgorithm: algorithm(signatureAlgorithm),
    ...keyOutline(key),
    issuer: nameOutline(issuer),
    subject: nameOutline(subject),
    validity: children(validity.value).map((node) => timeTypes[node.tag] ?? "other"),
    keyUsage: told.flatMap(({ usage }) => usage),
    extensions: told.map(({ usage: _, ...extension }) => extension),
  }
}

function nameOutline(name: TlvNode): NameOutline {
  return children(name.value).map((relative) =>
    children(relative.value).map((pair) => {
      const [type, value] = children(pair.value)
      return {
        oid: type?.tag === tag.oid ? toldOid(oidText(type.value)) : "none",
        type: stringTypes[value?.tag ?? 0] ?? "other",
        length: sizeOf(value?.value.length ?? 0),
      }
    }),
  )
}

function algorithm(sequence: TlvNode): string {
  const [oid] = children(sequence.value)
  return oid?.tag === tag.oid ? toldOid(oidText(oid.value)) : "none"
}

function keyOutline(key: TlvNode): { keyAlgorithm: string; keyBits: number | "other" } {
  const [kind, bits] = children(key.value)
  const [rsa] = bits?.tag === tag.bitString ? children(bits.value.subarray(1)) : []
  const [modulus] = rsa?.tag === tag.sequence ? children(rsa.value) : []
  // A leading zero keeps the number positive: 257 bytes are 2048 bits too.
  const size = modulus?.tag === tag.integer ? Math.floor(modulus.value.length / 16) * 128 : 0
  return { keyAlgorithm: kind ? algorithm(kind) : "none", keyBits: usualKeyBits.has(size) ? size : "other" }
}

function extensionsIn(wrapped: TlvNode | undefined): {
  oid: string
  critical: boolean
  size: Size
  usage: string[]
}[] {
  const [list] = wrapped ? children(wrapped.value) : []
  return (list ? children(list.value) : []).map((extension) => {
    const parts = children(extension.value)
    const oid = parts[0]?.tag === tag.oid ? oidText(parts[0].value) : ""
    const value = parts.find((part) => part.tag === tag.octets)?.value ?? new Uint8Array()
    return {
      oid: toldOid(oid),
      critical: parts.some((part) => part.tag === tag.boolean),
      size: sizeOf(value.length),
      usage: oid === keyUsageOid ? usagesIn(value) : [],
    }
  })
}

/** The BIT STRING of the key usage: its second byte, whatever the first says of unused bits. */
function usagesIn(value: Uint8Array): string[] {
  const [bits] = children(value)
  const octet = bits?.tag === tag.bitString ? (bits.value[1] ?? 0) : 0
  return keyUsages.filter((_, at) => octet & (0x80 >> at))
}

function children(bytes: Uint8Array): TlvNode[] {
  const parsed = parseTlv(bytes)
  return parsed.ok ? parsed.nodes : []
}
