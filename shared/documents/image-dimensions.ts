import type { Dimensions } from "./dimensions"
import type { FileKind } from "./file-kinds"
import { asText, type FileSample } from "./file-sample"
import { readTiff } from "./tiff-pages"

export type { Dimensions } from "./dimensions"

/**
 * The size that an image says before it is unpacked, so that a small file can't fill the memory; the largest one where
 * it holds several. Null where the sample does not tell, or for another kind. Total.
 */
export function imageDimensions(kind: FileKind, sample: FileSample): Dimensions | null {
  const read = readers[kind]
  if (!read) return null
  const found = read(sample)
  return found && Number.isSafeInteger(found.width * found.height) ? found : null
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const readers: Partial<Record<FileKind, (sample: FileSample) => Dimensions | null>> = {
  png: ({ head }) =>
    head.length < 24 ? null : { width: viewOf(head).getUint32(16), height: viewOf(head).getUint32(20) },
  gif: ({ head }) => gifDimensions(head),
  bmp: ({ head }) => bmpDimensions(head),
  webp: ({ head }) => webpDimensions(head),
  jpeg: ({ head }) => jpegDimensions(head),
  heic: ({ head }) => heifDimensions(head),
  avif: ({ head }) => heifDimensions(head),
  tiff: (sample) => readTiff(sample).largest,
}

/** The screen, or a first frame that is larger: some decoders grow the screen to it. */
function gifDimensions(head: Uint8Array): Dimensions | null {
  if (head.length < 10) return null
  const view = viewOf(head)
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  const colours = head[10] ?? 0
  let at = 13 + (colours & 0x80 ? 3 << ((colours & 7) + 1) : 0)
  while (head[at] === 0x21) {
    at += 2
    while ((head[at] ?? 0) > 0) at += (head[at] ?? 0) + 1
    at += 1
  }
  if (head[at] !== 0x2c || at + 9 > head.length) return screen
  return {
    width: Math.max(screen.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
    height: Math.max(screen.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
  }
}

/** The oldest header has two bytes a side; in the others a height below zero means « from the top ». */
function bmpDimensions(head: Uint8Array): Dimensions | null {
  if (head.length < 26) return null
  const view = viewOf(head)
  if (head[14] === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}

function webpDimensions(head: Uint8Array): Dimensions | null {
  if (head.length < 30) return null
  const view = viewOf(head)
  const three = (at: number) => view.getUint16(at, true) + ((head[at + 2] ?? 0) << 16)
  switch (asText(head, 12, 16)) {
    case "VP8X":
      return { width: three(24) + 1, height: three(27) + 1 }
    case "VP8L": {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case "VP8 ":
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return null
  }
}

const jpegDimensions = (head: Uint8Array) => readJpegSegments(head).dimensions

/**
 * Segment by segment to the one that begins a frame (SOF: C0 to CF without C4, C8, CC; ITU-T T.81, table B.1), and on to
 * the scan. `scanAt`: where the picture itself begins; null where the sample does not reach it.
 */
export function readJpegSegments(head: Uint8Array): { dimensions: Dimensions | null; scanAt: number | null } {
  const view = viewOf(head)
  let dimensions: Dimensions | null = null
  let at = 2
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    if (marker === 0xda) return { dimensions, scanAt: at }
    if (marker === 0xd9) break
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) dimensions ??= { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return { dimensions, scanAt: null }
}

/** The largest « image spatial extent » (ISO/IEC 23008-12 §6.5.3): pictures are cut in tiles, the whole is largest. */
function heifDimensions(head: Uint8Array): Dimensions | null {
  const view = viewOf(head)
  const marks = [...asText(head).matchAll(/ispe\0{4}/g)].slice(0, 1_000)
  const all = marks.flatMap(({ index }) =>
    index + 16 > head.length
      ? []
      : [{ width: view.getUint32(index + 8), height: view.getUint32(index + 12) }],
  )
  return all.sort((one, other) => other.width * other.height - one.width * one.height)[0] ?? null
}
