import { type Asn1Block, childrenOf, contentOf, oidOf, tagOf } from "./asn1"

/** One attribute of a distinguished name, decoded. */
export type Attribute = { oid: string; text: string }

/** Attribute types by their OIDs (X.520, RFC 4519). */
export const attribute = {
  commonName: "2.5.4.3",
  surname: "2.5.4.4",
  organisation: "2.5.4.10",
  organisationalUnit: "2.5.4.11",
  title: "2.5.4.12",
  givenName: "2.5.4.42",
  pseudonym: "2.5.4.65",
} as const

/** The five string types that certificates of CPS cards use, by their universal tag numbers. */
const stringType = { utf8: 12, printable: 19, t61: 20, ia5: 22, bmp: 30 } as const

const maxAttributes = 40

/**
 * The attributes of a Name, flat: CPS certificates put several in one RDN, whose order means nothing. Null when
 * one of them is not built as an attribute; one of another string type is passed over.
 */
export function attributesOf(name: Asn1Block): Attribute[] | null {
  const pairs = childrenOf(name).flatMap(childrenOf)
  if (pairs.length > maxAttributes) return null
  const attributes: Attribute[] = []
  for (const pair of pairs) {
    const [type, value, more] = childrenOf(pair)
    const oid = type && oidOf(type)
    if (!oid || !value || more) return null
    const text = decodeString(tagOf(value), contentOf(value))
    if (text !== null) attributes.push({ oid, text })
  }
  return attributes
}

/**
 * The text of an ASN.1 string. What calls itself T61, Printable or IA5 is read as Latin-1, as everybody writes
 * it; what calls itself UTF-8 and is not, too.
 */
export function decodeString(tag: number | null, bytes: Uint8Array): string | null {
  switch (tag) {
    case stringType.utf8:
      return utf8(bytes) ?? latin1(bytes)
    case stringType.printable:
    case stringType.t61:
    case stringType.ia5:
      return latin1(bytes)
    case stringType.bmp:
      return bytes.length % 2 === 0 ? utf16(bytes) : null
    default:
      return null
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
}

function utf16(bytes: Uint8Array): string {
  const units = Array.from(
    { length: bytes.length / 2 },
    (_, n) => (bytes[2 * n] ?? 0) * 256 + (bytes[2 * n + 1] ?? 0),
  )
  return String.fromCharCode(...units)
}
