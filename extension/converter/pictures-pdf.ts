import { PDFDocument } from "@cantoo/pdf-lib"
import type { ConvertOptions } from "./conversion"

/** Points. */
const a4 = { short: 595.28, long: 841.89 }

/** JPEGs as one PDF, a page each, in their order; upright or across as the picture is, whole and centred. */
export async function pdfOf(jpegs: readonly Uint8Array[], { page = "a4" }: ConvertOptions): Promise<Blob> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const jpeg of jpegs) {
    const picture = await pdf.embedJpg(jpeg)
    const across = picture.width > picture.height
    const [width, height] = across ? [a4.long, a4.short] : [a4.short, a4.long]
    const drawn = picture.scaleToFit(width, height)
    const size = page === "a4" ? { width, height } : drawn
    pdf.addPage([size.width, size.height]).drawImage(picture, {
      x: (size.width - drawn.width) / 2,
      y: (size.height - drawn.height) / 2,
      ...drawn,
    })
  }
  const bytes = await pdf.save({ addDefaultPage: false })
  return new Blob([bytes as BlobPart], { type: "application/pdf" })
}
