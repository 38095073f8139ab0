import { imageSize } from "image-size"
import type { DecodeRefusal } from "./decoded"

/** A scan of one page at 600 dpi has 35 million pixels; a camera picture 50. Above, it is no document. */
const maxPixels = 60_000_000
const maxBytes = 50_000_000

/** The kinds that both browsers decode. */
const readable = new Set(["png", "jpg", "gif", "webp", "bmp"])

export type FileKind = { kind: "pdf" } | { kind: "image" } | { refusal: DecodeRefusal }

/**
 * What a file is by its bytes, whatever its name says, and whether it is of a size that a document has. An image
 * says its size before it is unpacked, so that a small file can't fill the memory. `head` is the beginning of the
 * file, `size` the whole of it in bytes. Total.
 */
export function fileKind(head: Uint8Array, size: number): FileKind {
  if (size === 0) return { refusal: "file-empty" }
  if (size > maxBytes) return { refusal: "file-too-large" }
  if (isPdf(head)) return { kind: "pdf" }
  try {
    const { width, height, type } = imageSize(head)
    if (!readable.has(type ?? "")) return { refusal: "file-kind" }
    return width * height > maxPixels ? { refusal: "image-too-large" } : { kind: "image" }
  } catch {
    // The library throws on what it does not know, and on a header that is cut.
    return { refusal: looksReadable(head) ? "image-damaged" : "file-kind" }
  }
}

/** PDF readers accept the mark within the first 1024 bytes (ISO 32000-1, Annex H, implementation note 13). */
function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-")
}

function looksReadable(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes
  return (a === 0x89 && b === 0x50) || (a === 0xff && b === 0xd8 && c === 0xff) || (a === 0x47 && b === 0x49)
}
