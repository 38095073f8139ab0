import { maxFileBytes } from "../../shared/documents/accepted"
import type { Conversion, Refused } from "./conversion"
import { convert } from "./convert"
import type { Work } from "./fit"
import { isPicture, lookAt } from "./looked-at"
import { unpacksTooFar } from "./pdf-bomb"

/** A JPEG or a PDF that fits the portal and is legible still. TIFF, RTF and TXT go as they are, or not at all. */
export async function shrink(file: Blob, work: Work): Promise<Conversion | Refused> {
  const looked = await lookAt(file)
  if ("refusal" in looked) return looked
  if (isPicture(looked.format)) return convert([file], "jpeg", {}, work)
  if (looked.format !== "pdf") return { refusal: "not-converted" }
  if (await unpacksTooFar(new Uint8Array(await file.arrayBuffer()))) return { refusal: "pdf-bomb" }
  const { shrinkPdf } = await import("./shrink-pdf")
  return shrinkPdf(file, maxFileBytes, work)
}
