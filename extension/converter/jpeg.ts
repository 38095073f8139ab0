import { exifFacts } from "./exif"

/** What the segments of a JPEG say beside the picture. `whole`: the picture's end is there. */
export type JpegFacts = {
  /** 1 to 8, as EXIF counts; 1 is upright. */
  orientation: number
  metadata: boolean
  place: boolean
  whole: boolean
}

/** `bare`: the same picture, byte for byte, without what it says beside it; null where it is not whole. */
export type Jpeg = { facts: JpegFacts; bare: Uint8Array | null }

const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  adobe: 0xee,
} as const

/**
 * Walks through the segments of a JPEG (ITU-T T.81, annex B) and leaves out all that does not make the picture: EXIF and
 * XMP (APP1), IPTC (APP13), comments, makers' own segments, thumbnails, and whatever follows the picture's end, where
 * phones put more pictures, with their place, and films. Kept: the colour profile and Adobe's colour mark, without which
 * colours would change. Null where the bytes are no JPEG. Total.
 */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null
  const facts: JpegFacts = { orientation: 1, metadata: false, place: false, whole: false }
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let exifSeen = false
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return { facts, bare: null }
    const code = bytes[at + 1] ?? 0
    // Any number of FF may stand before a marker.
    if (code === 0xff) {
      at += 1
      continue
    }
    if (code === marker.end) {
      kept.push(bytes.subarray(at, at + 2))
      // Zeros after the end fill up a block of a disk and say nothing.
      if (bytes.subarray(at + 2).some((byte) => byte !== 0)) facts.metadata = true
      return { facts: { ...facts, whole: true }, bare: joined(kept) }
    }
    if (isBare(code)) {
      at += 2
      continue
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2 || at + 2 + length > bytes.length) return { facts, bare: null }
    const segment = bytes.subarray(at, at + 2 + length)
    const body = segment.subarray(4)
    at += segment.length
    if (code === marker.app1 && startsWith(body, "Exif\0") && !exifSeen) {
      exifSeen = true
      Object.assign(facts, exifFacts(body.subarray(6)))
    }
    if (code === marker.app1 && saysPlace(body)) facts.place = true
    const keep = keptOf(code, segment, body)
    if (keep === null) facts.metadata = true
    else kept.push(keep)
    if (code !== marker.scan) continue
    const end = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, end))
    at = end
  }
  return { facts, bare: null }
}

/** The segment as it is kept, or null. */
function keptOf(code: number, segment: Uint8Array, body: Uint8Array): Uint8Array | null {
  if (code === 0xfe) return null
  if (code < marker.app0 || code > 0xef) return segment
  if (code === marker.app0) return startsWith(body, "JFIF\0") ? withoutThumbnail(segment) : null
  if (code === marker.app2) return startsWith(body, "ICC_PROFILE\0") ? segment : null
  return code === marker.adobe && startsWith(body, "Adobe") ? segment : null
}

/** JFIF: length 16 and no thumbnail (0 × 0). */
function withoutThumbnail(segment: Uint8Array): Uint8Array {
  if (segment.length <= 18) return segment
  const short = segment.slice(0, 18)
  short.set([0, 16], 2)
  short.set([0, 0], 16)
  return short
}

/** Where the picture's own bytes end: at the next marker that is no byte of theirs (FF 00) and no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  return bytes.length
}

/** Markers without a length: TEM and the restarts, and a second start. */
function isBare(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= marker.start)
}

function saysPlace(body: Uint8Array): boolean {
  return startsWith(body, "http://ns.adobe.com/") && latin1(body).includes("GPSL")
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((char, at) => bytes[at] === char.charCodeAt(0))
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
