import { type Bytes, joinBytes, utf8 } from "../../shared/protocol/bytes"
import { type BatchHeader, readHeader } from "./batch-header"
import { maxHeaderBytes } from "./batch-limits"

/**
 * What is inside the encryption of a batch: eight bytes that say so, the version of the format and the length of the
 * header (32 bits each, big-endian), the header as JSON, and the files one after the other in the order of the header,
 * which has their lengths. Nothing before, between or behind.
 */
const mark = utf8("DMP-LOT\n")
const prefixBytes = mark.length + 8

/** Grows when an older version could not read, or would misread, what a newer one writes. */
export const batchVersion = 1

export function packBatch(header: BatchHeader, files: readonly Bytes[]): Bytes {
  const json = utf8(JSON.stringify(header))
  const numbers = new DataView(new ArrayBuffer(8))
  numbers.setUint32(0, batchVersion)
  numbers.setUint32(4, json.length)
  return joinBytes(mark, new Uint8Array(numbers.buffer), json, ...files)
}

export type Unpacked = { header: BatchHeader; files: Bytes[] }

/** Total: any bytes give a batch, or why they are none. `files` has one entry for each document that is a file. */
export function unpackBatch(bytes: Bytes): Unpacked | { refusal: "not-a-batch" | "newer" | "damaged" } {
  if (bytes.length < prefixBytes || mark.some((byte, at) => bytes[at] !== byte))
    return { refusal: "not-a-batch" }
  const numbers = new DataView(bytes.buffer, bytes.byteOffset + mark.length, 8)
  const version = numbers.getUint32(0)
  // Nothing behind the version can be trusted to mean what it means today.
  if (version > batchVersion) return { refusal: "newer" }
  const end = prefixBytes + numbers.getUint32(4)
  if (version < 1 || end > bytes.length || end - prefixBytes > maxHeaderBytes) return { refusal: "damaged" }
  const header = readHeader(new TextDecoder().decode(bytes.subarray(prefixBytes, end)))
  if (!header) return { refusal: "damaged" }
  const files = cutFiles(header, bytes, end)
  return files ? { header, files } : { refusal: "damaged" }
}

function cutFiles({ documents }: BatchHeader, bytes: Bytes, from: number): Bytes[] | null {
  let at = from
  const files: Bytes[] = []
  for (const { content } of documents) {
    if (content.kind !== "file") continue
    files.push(bytes.subarray(at, at + content.bytes))
    at += content.bytes
  }
  return at === bytes.length ? files : null
}
