import { sameBytes } from "../iso7816/bytes"
import { parseTlv, type TlvNode } from "../iso7816/tlv"
import { applications, directories, type FilePath, masterFid } from "./layout"
import { type Parsed, refused } from "./parsed"

/**
 * The directories of a PKCS#15 application (PKCS#15 v1.1, §6), as far as they lead to certificates.
 *
 * Read as plain BER-TLV and not by an ASN.1 library: the BIT STRINGs of real cards say that more than seven bits
 * are unused (OpenSC issue 2224), which a decoder must refuse, and nothing in them is needed here.
 */
const tags = {
  sequence: 0x30,
  octetString: 0x04,
  utf8String: 0x0c,
  /** In the object directory: certificate directories. Trusted and useful certificates are others' (A5, A6). */
  certificates: 0xa4,
  /** In an object: the attributes of its type, where its value is. */
  typeAttributes: 0xa1,
}

/** A certificate on the card. The label only says which to look at first; what it is, its key usage says. */
export type CertificateEntry = { label: string; path: FilePath }

const namedDirectories = [
  { aid: applications.contact, directory: directories.contact },
  { aid: applications.contactless, directory: directories.contactless },
]

const bounds = { directories: 4, certificates: 16 }

/** The certificate directories that the object directory names. `home` is the directory of the application. */
export function parseObjectDirectory(file: Uint8Array, home: number): Parsed<FilePath[]> {
  const top = nodes(file)
  if (!top) return refused("not-tlv")
  // Some cards wrap the whole directory in one SEQUENCE.
  const [only] = top
  const entries = only && top.length === 1 && only.tag === tags.sequence ? (nodes(only.value) ?? []) : top
  const paths = entries
    .filter(({ tag }) => tag === tags.certificates)
    .map(({ value }) => pathIn(value, home))
    .filter((path) => path !== null)
  return paths.length === 0
    ? refused("no-certificate")
    : { ok: true, value: paths.slice(0, bounds.directories) }
}

/** The certificates of a directory that say where they are. Others, of a shape we do not know, are passed over. */
export function parseCertificateDirectory(file: Uint8Array, home: number): Parsed<CertificateEntry[]> {
  const top = nodes(file)
  if (!top) return refused("not-tlv")
  const entries = top
    .filter(({ tag }) => tag === tags.sequence)
    .map(({ value }) => certificateIn(value, home))
    .filter((entry) => entry !== null)
  return entries.length === 0
    ? refused("no-certificate")
    : { ok: true, value: entries.slice(0, bounds.certificates) }
}

/** `SEQUENCE { common attributes, class attributes, [0]?, [1] { SEQUENCE { path … } } }`. */
function certificateIn(object: Uint8Array, home: number): CertificateEntry | null {
  const parts = nodes(object)
  const common = child(parts, tags.sequence)
  const attributes = child(nodes(child(parts, tags.typeAttributes)), tags.sequence)
  const path = attributes && pathIn(attributes, home)
  if (!path) return null
  const label = child(nodes(common), tags.utf8String)
  return { label: label ? new TextDecoder().decode(label) : "", path }
}

/** `Path ::= SEQUENCE { path OCTET STRING, … }`; an index or a length inside the file is not known on a CPS. */
function pathIn(holder: Uint8Array, home: number): FilePath | null {
  const bytes = child(nodes(child(nodes(holder), tags.sequence)), tags.octetString)
  return bytes && parsePath(bytes, home)
}

/** A path from 3F00, from the application's directory, or after the application's name. */
function parsePath(bytes: Uint8Array, home: number): FilePath | null {
  const named = namedDirectories.find(({ aid }) => sameBytes(bytes.subarray(0, aid.length), aid))
  const fids = identifiers(named ? bytes.subarray(named.aid.length) : bytes)
  const below = fids?.[0] === masterFid ? fids.slice(1) : fids
  const [first, second, third] = below ?? []
  if (first === undefined || third !== undefined) return null
  return second === undefined ? [named?.directory ?? home, first] : [first, second]
}

function identifiers(bytes: Uint8Array): number[] | null {
  if (bytes.length === 0 || bytes.length % 2 === 1) return null
  return Array.from(
    { length: bytes.length / 2 },
    (_, n) => (bytes[2 * n] ?? 0) * 256 + (bytes[2 * n + 1] ?? 0),
  )
}

function nodes(bytes: Uint8Array | null): TlvNode[] | null {
  const parsed = bytes && parseTlv(bytes)
  return parsed?.ok ? parsed.nodes : null
}

/** The value of the first object with this tag. */
function child(parts: readonly TlvNode[] | null, tag: number): Uint8Array | null {
  return parts?.find((node) => node.tag === tag)?.value ?? null
}
