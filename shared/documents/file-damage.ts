import type { FileKind } from "./file-kinds"
import { asText, type FileSample } from "./file-sample"
import { type Dimensions, readJpegSegments } from "./image-dimensions"
import { readTiff } from "./tiff-pages"

/**
 * Whether a file ends before it says that it does, or has an impossible size. Half a document is worse than none. What
 * comes after the end is no damage: phones put a film behind a photo. Total.
 */
export function isCut(kind: FileKind, sample: FileSample, dimensions: Dimensions | null): boolean {
  if (dimensions && (dimensions.width === 0 || dimensions.height === 0)) return true
  return cuts[kind]?.(sample, dimensions) ?? false
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const isWhole = ({ head, size }: FileSample) => head.length >= size

const cuts: Partial<Record<FileKind, (sample: FileSample, dimensions: Dimensions | null) => boolean>> = {
  jpeg: (sample, dimensions) => isJpegCut(sample) || (isWhole(sample) && !dimensions),
  png: ({ head, tail }) => asText(head, 12, 16) !== "IHDR" || !asText(tail).includes("IEND"),
  gif: ({ tail, head }, dimensions) => !dimensions || head.length < 14 || !asText(tail).includes(";"),
  webp: ({ head, size }, dimensions) => !dimensions || viewOf(head).getUint32(4, true) + 8 > size,
  bmp: ({ head, size }, dimensions) => !dimensions || bmpLength(head, dimensions) > size,
  heic: (sample, dimensions) => boxesEnd(sample) > sample.size || (isWhole(sample) && !dimensions),
  avif: (sample, dimensions) => boxesEnd(sample) > sample.size || (isWhole(sample) && !dimensions),
  tiff: (sample) => {
    const { broken, whole, largest } = readTiff(sample)
    return broken || ((whole || isWhole(sample)) && !largest)
  },
  rtf: ({ tail }) => !/\}[\s\0]*$/.test(asText(tail)),
}

/** The end of the picture stands after its beginning: a preview in the notes before it has an end of its own. */
function isJpegCut(sample: FileSample): boolean {
  const from = isWhole(sample) ? readJpegSegments(sample.head).scanAt : 0
  const [part, at] = isWhole(sample) ? [sample.head, from] : [sample.tail, 0]
  return at === null || !asText(part, at).includes("\xff\xd9")
}

/** Where the pixels end, in a bitmap that is not packed; 0 for a packed one. */
function bmpLength(head: Uint8Array, { width, height }: Dimensions): number {
  const view = viewOf(head)
  if (head[14] === 12 || head.length < 34 || view.getUint32(30, true) !== 0) return 0
  const rowBytes = Math.ceil((width * view.getUint16(28, true)) / 32) * 4
  return view.getUint32(10, true) + rowBytes * height
}

/** Where the last box that can be followed ends (ISO/IEC 14496-12 §4.2); a box of length 0 goes to the end. */
function boxesEnd({ head }: FileSample): number {
  const view = viewOf(head)
  let at = 0
  while (at + 8 <= head.length) {
    const length = view.getUint32(at)
    if (length === 0) return at
    if (length === 1) return at + 16 <= head.length ? at + Number(view.getBigUint64(at + 8)) : at
    if (length < 8) return at
    at += length
  }
  return at
}

/** Whether an image moves: one still picture is all that can be filed of it. */
export function isAnimated(kind: FileKind, sample: FileSample): boolean {
  const { head, tail } = sample
  if (kind === "webp") return asText(head, 12, 16) === "VP8X" && ((head[20] ?? 0) & 2) !== 0
  if (kind === "png") return asText(head, 0, 65_536).includes("acTL")
  if (kind !== "gif") return false
  // The extension that repeats, or two controls of a frame.
  const text = isWhole(sample) ? asText(head) : `${asText(head)}${asText(tail)}`
  const frames = text
    .split(frameControl)
    .slice(1)
    .filter((after) => after.startsWith("\0,", 4))
  return text.includes("NETSCAPE2.0") || frames.length > 1
}

/** Graphic Control Extension (GIF89a §23): its introducer, its label and its length. A picture follows four bytes on. */
const frameControl = "!\u00f9\u0004"
