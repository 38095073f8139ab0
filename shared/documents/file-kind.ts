import type { FileKind } from "./file-kinds"
import { asText, type FileSample } from "./file-sample"
import { type Signature, signatures } from "./signatures"
import { textEncoding } from "./text-encoding"

/** What a file is by its bytes, whatever its name says. Total. */
export function kindOf(sample: FileSample): FileKind {
  const { head, size } = sample
  if (size === 0) return "empty"
  const signed = signatures.find((signature) => bears(head, signature))
  if (signed) return signed.kind
  if (isZip(head)) return kindOfZip(head)
  if (isBitmap(head)) return "bmp"
  if (pdfMarkAt(head) >= 0) return "pdf"
  const encoding = textEncoding(sample)
  if (encoding)
    return kindOfText(
      new TextDecoder(encoding === "latin-1" ? "utf-8" : encoding).decode(head.subarray(0, 4_096)),
    )
  return asText(head, 0, 2) === "MZ" ? "program" : "unknown"
}

/**
 * Where the mark of a PDF stands, or −1. Readers take it within the first 1024 bytes (ISO 32000-1, Annex H,
 * implementation note 13), so that a file may be a PDF and something else.
 */
export const pdfMarkAt = (head: Uint8Array) => asText(head, 0, 1_024).indexOf("%PDF-")

function bears(head: Uint8Array, { hex, at = 0 }: Signature): boolean {
  for (let index = 0; index < hex.length; index += 2) {
    const wanted = hex.slice(index, index + 2)
    if (wanted !== ".." && head[at + index / 2] !== Number.parseInt(wanted, 16)) return false
  }
  return true
}

/** A file, an empty archive, a part of several. */
const isZip = (head: Uint8Array) =>
  ["PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"].includes(asText(head, 0, 4))

/** The documents of office programs are ZIP archives: the names of their first files say so. */
function kindOfZip(head: Uint8Array): FileKind {
  const names = asText(head, 0, 65_536)
  if (/\[Content_Types\]\.xml|word\/|xl\/|ppt\/|mimetypeapplication\/vnd\.oasis|FixedDocSeq/.test(names))
    return "office"
  return /META-INF\/MANIFEST\.MF|AndroidManifest\.xml/.test(names) ? "program" : "archive"
}

/** `BM`, and the length of a header that exists (12 to 124). */
const isBitmap = (head: Uint8Array) =>
  asText(head, 0, 2) === "BM" &&
  [12, 16, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0) &&
  [15, 16, 17].every((at) => head[at] === 0)

/** Texts that are more than texts, by how they begin; a comment or the line that names XML may come before. */
function kindOfText(text: string): FileKind {
  const start = text
    .replace(/^\ufeff/, "")
    .trimStart()
    .toLowerCase()
  if (start === "") return "txt"
  const bare = start.replace(/^(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,300}\?>\s*)+/s, "")
  if (/^(?:<!doctype html|<(?:html|head|body|script|iframe|title|meta|table|div|p)[\s>])/.test(bare))
    return "html"
  if (/^(?:<!doctype svg|<svg[\s>])/.test(bare)) return "svg"
  if (/^mime-version:|^content-type: multipart/m.test(start.slice(0, 2_000)) && start.includes("boundary="))
    return "html"
  return start.startsWith("<?xml") || /^<[a-z][\w:.-]{0,80}(?:\s[^<>]{0,500})?>/.test(bare) ? "xml" : "txt"
}
