import { parseTlv } from "../../iso7816/tlv"
import type { FileType } from "./description"

const descriptor = 0x82

/** What a SELECT's answer says of the file: the low bits of its descriptor byte (ISO/IEC 7816-4, table 14). */
export function fileTypeOf(control: Uint8Array): FileType | null {
  const outer = parseTlv(control)
  const inner = outer.ok && outer.nodes[0] ? parseTlv(outer.nodes[0].value) : outer
  const [byte] = (inner.ok && inner.nodes.find(({ tag }) => tag === descriptor)?.value) || []
  if (byte === undefined) return null
  if ((byte & 0x38) === 0x38) return "directory"
  const structure = byte & 0x07
  if (structure === 1) return "transparent"
  if (structure >= 2 && structure <= 5) return "linear"
  return structure >= 6 ? "cyclic" : "other"
}
