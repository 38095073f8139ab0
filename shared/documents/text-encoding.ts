import type { FileSample } from "./file-sample"

/**
 * How the bytes of a text are to be read. `latin-1`: one byte a character, with Windows' signs in the place of the
 * unused control characters. No text has another control character than tabs, ends of lines and of pages: what has one
 * is binary, and null. UTF-16 is known by its mark alone; without it its zero bytes make it binary.
 */
export const textEncodings = ["utf-8", "utf-16le", "utf-16be", "latin-1"] as const
export type TextEncoding = (typeof textEncodings)[number]

/** Total. The middle of a file longer than its sample is not looked at. */
export function textEncoding({ head, tail, size }: FileSample): TextEncoding | null {
  if (size === 0) return null
  if (head[0] === 0xff && head[1] === 0xfe) return wide(head, tail, size, "utf-16le")
  if (head[0] === 0xfe && head[1] === 0xff) return wide(head, tail, size, "utf-16be")
  if (hasControls(head) || hasControls(tail)) return null
  if (isUtf8(head, head.length < size) && isUtf8(fromCharacter(tail, tail.length < size), false))
    return "utf-8"
  return isLatin(head) && isLatin(tail) ? "latin-1" : null
}

/** Whether nothing can be read in it but spaces. False for a file longer than its sample. */
export function isBlankText({ head, size }: FileSample, encoding: TextEncoding): boolean {
  if (head.length < size) return false
  return !/[^\s\p{Cf}]/u.test(decodedText(head, encoding))
}

/** The text of bytes whose encoding was found; a character cut at their end shows as one that is unknown. Total. */
export const decodedText = (bytes: Uint8Array, encoding: TextEncoding): string =>
  new TextDecoder(encoding === "latin-1" ? "windows-1252" : encoding).decode(bytes)

function wide(head: Uint8Array, tail: Uint8Array, size: number, encoding: "utf-16le" | "utf-16be") {
  if (size % 2 !== 0) return null
  const even = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - (bytes.length % 2))
  const texts = [even(head), even(tail)].map((bytes) => new TextDecoder(encoding).decode(bytes))
  // The sample may cut a pair in two at its ends; anywhere else half a pair is no text.
  const fine = texts.every(
    (text) => !/\p{Cc}/u.test(text.replace(/[\t\n\r\f]/g, "")) && !/\ufffd/.test(text.slice(1, -1)),
  )
  return fine ? encoding : null
}

/** Tab, line feed, form feed, carriage return; the rest below the space, and DEL, stands in no text. */
const hasControls = (bytes: Uint8Array) =>
  bytes.some((byte) => (byte < 0x20 && ![9, 10, 12, 13].includes(byte)) || byte === 0x7f)

function isUtf8(bytes: Uint8Array, goesOn: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: goesOn })
    return true
  } catch {
    return false
  }
}

/** A tail may begin within a character: at most three bytes of it are passed over. */
function fromCharacter(tail: Uint8Array, cut: boolean): Uint8Array {
  if (!cut) return tail
  const first = tail.subarray(0, 4).findIndex((byte) => (byte & 0xc0) !== 0x80)
  return first < 0 ? tail : tail.subarray(first)
}

/** The five bytes that Windows-1252 leaves without a sign. */
const unused = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

/** A text of a European language is mostly plain letters: accents are some of its bytes, never most of them. */
function isLatin(bytes: Uint8Array): boolean {
  let accented = 0
  for (const byte of bytes) {
    if (unused.includes(byte)) return false
    if (byte >= 0x80) accented += 1
  }
  return accented * 3 <= bytes.length
}
