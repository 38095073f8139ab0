/**
 * A total BER-TLV parser: any bytes give the data objects of one level, or a named refusal.
 * Nesting is the caller's: a template's value is parsed in its turn, so no input can make us recurse.
 *
 * Tags of one to three bytes; lengths short, 81, 82 and 83 (cards of large families pass 127 bytes; code seen
 * in the field handles one-byte lengths only). Zero bytes before, between and after objects are padding.
 * Source: ISO/IEC 7816-4, §5.2.2; reference: cards, §2.5 and §4 row 19.
 */
export type TlvNode = { tag: number; value: Uint8Array }
export type TlvRefusal = "truncated" | "tag-too-long" | "length-form"
export type TlvResult = { ok: true; nodes: TlvNode[] } | { ok: false; refusal: TlvRefusal }

type Part = { value: number; next: number } | TlvRefusal

export function parseTlv(bytes: Uint8Array): TlvResult {
  const nodes: TlvNode[] = []
  let at = afterPadding(bytes, 0)
  while (at < bytes.length) {
    const tag = readTag(bytes, at)
    if (typeof tag === "string") return { ok: false, refusal: tag }
    const length = readLength(bytes, tag.next)
    if (typeof length === "string") return { ok: false, refusal: length }
    const end = length.next + length.value
    if (end > bytes.length) return { ok: false, refusal: "truncated" }
    nodes.push({ tag: tag.value, value: bytes.subarray(length.next, end) })
    at = afterPadding(bytes, end)
  }
  return { ok: true, nodes }
}

/**
 * The value of the one object with this tag; null when there is none. Two of them is an ambiguity, which is
 * never guessed at: `"twice"`.
 */
export function onlyValue(nodes: readonly TlvNode[], tag: number): Uint8Array | null | "twice" {
  const found = nodes.filter((node) => node.tag === tag)
  return found.length > 1 ? "twice" : (found[0]?.value ?? null)
}

function afterPadding(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] === 0) at++
  return at
}

/** A first byte whose five low bits are all set goes on; so does each next byte whose high bit is set. */
function readTag(bytes: Uint8Array, start: number): Part {
  let value = bytes[start]
  if (value === undefined) return "truncated"
  let next = start + 1
  if ((value & 0x1f) !== 0x1f) return { value, next }
  for (; next < start + 3; next++) {
    const byte = bytes[next]
    if (byte === undefined) return "truncated"
    value = value * 256 + byte
    if ((byte & 0x80) === 0) return { value, next: next + 1 }
  }
  return "tag-too-long"
}

/** Indefinite (80) and longer forms (84 and more) are refused: no card file is that long. */
function readLength(bytes: Uint8Array, start: number): Part {
  const first = bytes[start]
  if (first === undefined) return "truncated"
  if (first < 0x80) return { value: first, next: start + 1 }
  const count = first & 0x7f
  if (count < 1 || count > 3) return "length-form"
  const digits = bytes.subarray(start + 1, start + 1 + count)
  if (digits.length < count) return "truncated"
  return { value: digits.reduce((sum, byte) => sum * 256 + byte, 0), next: start + 1 + count }
}
