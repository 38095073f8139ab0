import type { Dimensions } from "./dimensions"
import type { FileSample } from "./file-sample"

/**
 * The directories of a TIFF, one a page (TIFF 6.0 §2; BigTIFF: 64-bit offsets). They often stand at the end of the
 * file: what the sample does not hold is not looked at, and `whole` is then false. `broken`: a directory is said to
 * stand outside the file, or to follow itself.
 */
export type TiffPages = {
  big: boolean
  pages: number
  largest: Dimensions | null
  whole: boolean
  broken: boolean
}

const maxPages = 5_000

/** Total. */
export function readTiff(sample: FileSample): TiffPages {
  const littleEndian = sample.head[0] === 0x49
  const big = sample.head[littleEndian ? 2 : 3] === 0x2b
  const read = readerOf(sample, littleEndian)
  const found: TiffPages = { big, pages: 0, largest: null, whole: true, broken: false }
  const seen = new Set<number>()
  let at = big ? read(8, 8) : read(4, 4)
  while (at !== 0) {
    if (at === null) return { ...found, whole: false }
    if (at >= sample.size || seen.has(at) || seen.size >= maxPages) return { ...found, broken: true }
    seen.add(at)
    const page = readDirectory(read, at, big)
    if (!page) return { ...found, whole: false }
    found.pages += 1
    if (page.size && (!found.largest || area(page.size) > area(found.largest))) found.largest = page.size
    at = page.next
  }
  return found.pages === 0 ? { ...found, broken: true } : found
}

const area = ({ width, height }: Dimensions) => width * height

/** A number of so many bytes, or null where it stands outside the sample. */
type Reader = (at: number, bytes: 2 | 4 | 8) => number | null

function readerOf({ head, tail, size }: FileSample, littleEndian: boolean): Reader {
  const [start, end] = [head, tail].map((part) => new DataView(part.buffer, part.byteOffset, part.byteLength))
  return (at, bytes) => {
    const inTail = at - (size - tail.length)
    const [view, from] = at + bytes <= head.length ? [start, at] : [end, inTail]
    if (!view || from < 0 || from + bytes > view.byteLength) return null
    if (bytes === 2) return view.getUint16(from, littleEndian)
    return bytes === 4 ? view.getUint32(from, littleEndian) : Number(view.getBigUint64(from, littleEndian))
  }
}

const [widthTag, heightTag, short, long] = [256, 257, 3, 4]

function readDirectory(read: Reader, at: number, big: boolean) {
  const [counts, entrySize, valueAt] = big ? ([8, 20, 12] as const) : ([2, 12, 8] as const)
  const entries = read(at, counts)
  if (entries === null || entries > 4_096) return null
  const sides = new Map<number, number | null>()
  for (let entry = 0; entry < entries; entry += 1) {
    const from = at + counts + entry * entrySize
    const tag = read(from, 2)
    if (tag === null) return null
    if (tag !== widthTag && tag !== heightTag) continue
    const type = read(from + 2, 2)
    const bytes = type === short ? 2 : type === long ? 4 : 8
    if (!sides.has(tag)) sides.set(tag, read(from + valueAt, bytes))
  }
  const [width, height] = [sides.get(widthTag), sides.get(heightTag)]
  const next = read(at + counts + entries * entrySize, big ? 8 : 4)
  return { size: width && height ? { width, height } : null, next }
}
