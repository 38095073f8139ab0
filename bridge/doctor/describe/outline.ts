import { parseTlv, type TlvNode } from "../../iso7816/tlv"
import { lengthOf, type Size } from "./size"

/**
 * A data object by its tag, without its value. `length` of a primitive one; `inside` of a constructed one, whose own
 * length would only be the sum. `times`: so many of the same shape one after the other. A tag `more` stands for the rest of a very long list.
 */
export type Outline = { tag: string; times?: number; length?: Size | number; inside?: Outline[] }

/**
 * `tlv`: data objects. `blank`: zeros. `opaque`: anything else, of which nothing more is told.
 */
export type ContentOutline = { kind: "tlv"; objects: Outline[] } | { kind: "blank" } | { kind: "opaque" }

const bounds = { depth: 8, objects: 60 }

/**
 * Tags with which the readable files of French health cards are known to begin (reference: cards, §2.3, §2.4,
 * §3.4): holder and card templates, serial number, pointers, EF.DIR, directories of PKCS#15, CV certificates, and
 * file control templates.
 */
const knownFirst: ReadonlySet<number> = new Set([
  ...[0x65, 0x66, 0x5a, 0xe0, 0x61, 0x62, 0x6f, 0xee, 0x7f21],
  ...[0x30, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8],
])

/**
 * What a file is built of. A tag is a byte of the card: it may only be told where it surely is a tag and no letter
 * of a name that happens to read like one. So a file counts as data objects only if
 * - its tags and lengths are not printable characters, all of them, as those of a name or a number would be;
 * - all of it, but for zeros, is data objects, to the last byte;
 * - it begins with a tag of the table, or with a template whose inside is data objects again.
 * The lengths are told as classes, so that even a file that passed by chance gives next to nothing away.
 */
export function outlineOf(file: Uint8Array): ContentOutline {
  if (file.every((byte) => byte === 0)) return { kind: "blank" }
  const nodes = objectsIn(file)
  const [first] = nodes ?? []
  if (!nodes || !first || file[0] === 0) return { kind: "opaque" }
  const surely = knownFirst.has(first.tag) || (isConstructed(first.tag) && objectsIn(first.value) !== null)
  return surely ? { kind: "tlv", objects: outlines(nodes, "", 1) } : { kind: "opaque" }
}

/** The objects that make up all of these bytes; null for text, nothing, or anything else. */
export function objectsIn(bytes: Uint8Array): TlvNode[] | null {
  const parsed = parseTlv(bytes)
  return parsed.ok && parsed.nodes.length > 0 && !readsAsText(bytes, parsed.nodes, 1) ? parsed.nodes : null
}

/**
 * Whether all tags and lengths are letters, digits, signs or spaces of Latin-1. The values have no say in it: two
 * cards of one structure must be taken the same way.
 */
function readsAsText(bytes: Uint8Array, nodes: readonly TlvNode[], depth: number): boolean {
  let at = bytes.byteOffset
  for (const { tag, value } of nodes) {
    const header = new Uint8Array(bytes.buffer, at, value.byteOffset - at)
    // Zeros before an object are padding; a zero length is no letter either way.
    if (!header.every((byte) => byte === 0 || isPrintable(byte))) return false
    at = value.byteOffset + value.length
    const inside = isConstructed(tag) && depth < bounds.depth ? parseTlv(value) : null
    if (inside?.ok && !readsAsText(value, inside.nodes, depth + 1)) return false
  }
  return true
}

/** The form bit stands in the first byte of the tag (ISO/IEC 7816-4, §5.2.2.1). */
export function isConstructed(tag: number): boolean {
  const first = tag > 0xffff ? tag >> 16 : tag > 0xff ? tag >> 8 : tag
  return (first & 0x20) !== 0
}

function outlines(nodes: readonly TlvNode[], around: string, depth: number): Outline[] {
  const told: Outline[] = []
  for (const node of nodes.slice(0, bounds.objects)) {
    const next = outline(node, around, depth)
    const last = told.at(-1)
    if (last && sameShape(last, next)) last.times = (last.times ?? 1) + 1
    else told.push(next)
  }
  return nodes.length > bounds.objects ? [...told, { tag: "more" }] : told
}

function outline({ tag: number, value }: TlvNode, around: string, depth: number): Outline {
  const tag = number.toString(16).toUpperCase().padStart(2, "0")
  const nodes = isConstructed(number) && depth < bounds.depth ? objectsIn(value) : null
  if (nodes) return { tag, inside: outlines(nodes, tag, depth + 1) }
  return { tag, length: lengthOf(around === "" ? tag : `${around}/${tag}`, value.length) }
}

function sameShape({ times: _, ...one }: Outline, other: Outline): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Of Latin-1: letters, digits, signs and spaces, no control character. */
function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte >= 0xa0
}
