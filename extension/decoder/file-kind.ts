import { maxPixels, maxReadBytes } from "../../shared/documents/accepted"
import { kindOf } from "../../shared/documents/file-kind"
import { imageDimensions } from "../../shared/documents/image-dimensions"
import type { DecodeRefusal } from "./decoded"

/** The kinds that both browsers decode. */
const readable = ["png", "jpeg", "gif", "webp", "bmp"] as const

export type FileKind = { kind: "pdf" } | { kind: "image" } | { refusal: DecodeRefusal }

/**
 * What a file is by its bytes, whatever its name says, and whether it is of a size that a document has. An image
 * says its size before it is unpacked, so that a small file can't fill the memory. `head` is the beginning of the
 * file, `size` the whole of it in bytes. Total.
 */
export function fileKind(head: Uint8Array, size: number): FileKind {
  if (size === 0) return { refusal: "file-empty" }
  if (size > maxReadBytes) return { refusal: "file-too-large" }
  const sample = { name: "", size, head, tail: head }
  const kind = kindOf(sample)
  if (kind === "pdf") return { kind }
  if (!readable.some((it) => it === kind)) return { refusal: "file-kind" }
  const found = imageDimensions(kind, sample)
  if (!found || found.width === 0 || found.height === 0) return { refusal: "image-damaged" }
  return found.width * found.height > maxPixels ? { refusal: "image-too-large" } : { kind: "image" }
}
