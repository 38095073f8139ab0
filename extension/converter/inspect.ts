import type { Inspection, Refused } from "./conversion"
import { drawn, withPixels } from "./draw"
import { insTextsIn, thumbnailOf } from "./first-look"
import type { Work } from "./fit"
import { maxLookPixels, thumbnailSide } from "./limits"
import { isPicture, lookAt } from "./looked-at"
import { unpacksTooFar } from "./pdf-bomb"
import { Picture } from "./picture"

/** What a file is, whether it can be opened, and what it shows and says. TIFF, RTF and TXT are not looked into. */
export async function inspect(file: Blob, work: Work, side = thumbnailSide): Promise<Inspection | Refused> {
  const looked = await lookAt(file)
  if ("refusal" in looked) return looked
  const { format } = looked
  if (format === "pdf") {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (await unpacksTooFar(bytes)) return { refusal: "pdf-bomb" }
    const { inspectPdf } = await import("./inspect-pdf")
    return inspectPdf(bytes, work, side)
  }
  const nothing = { pages: null, dimensions: null, thumbnail: null, picture: null, pdf: null, insTexts: [] }
  if (!isPicture(format) || !("dimensions" in looked)) return { format, bytes: file.size, ...nothing }
  const picture = await Picture.open(file, looked)
  if ("refusal" in picture) return picture
  work.stop.throwIfAborted()
  const drawing = drawn(await picture.bitmap(), withPixels(picture.size, maxLookPixels))
  picture.release()
  return {
    ...nothing,
    format,
    bytes: file.size,
    pages: 1,
    dimensions: picture.size,
    thumbnail: await thumbnailOf(drawing, side),
    picture: picture.facts,
    insTexts: await insTextsIn([drawing]),
  }
}
