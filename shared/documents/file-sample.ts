/**
 * What is looked at of a file before it is read whole: its name, its size in bytes, its first `headBytes` and its last
 * `tailBytes` (each the whole file where it is shorter).
 */
export type FileSample = { name: string; size: number; head: Uint8Array; tail: Uint8Array }

/** Photos carry previews and profiles before their size: each such segment has up to 64 KiB. */
export const headBytes = 262_144
export const tailBytes = 65_536

/** The sample of a file that is in memory. */
export function sampleOf(name: string, bytes: Uint8Array): FileSample {
  return {
    name,
    size: bytes.length,
    head: bytes.subarray(0, headBytes),
    tail: bytes.subarray(Math.max(0, bytes.length - tailBytes)),
  }
}

const singleBytes = new TextDecoder("latin1")

/** Bytes as text, one character a byte, so that marks of a format can be looked for. */
export const asText = (bytes: Uint8Array, from = 0, to = bytes.length) =>
  singleBytes.decode(bytes.subarray(from, to))
