import { PDFDocument, PDFName, PDFObjectCopier, type PDFRawStream } from "@cantoo/pdf-lib"
import { canvasOfPage, openPdf } from "../decoder/open-pdf"
import { maxPagePixels } from "./limits"

/** What of a picture says its colours and its packing; its transparency stays where it is. */
const parts = [
  "Type",
  "Subtype",
  "Width",
  "Height",
  "ColorSpace",
  "BitsPerComponent",
  "Decode",
  "DecodeParms",
  "Filter",
]

/**
 * Unpacks any picture of a PDF by showing it, alone on a page of its own size: the viewer knows all the ways in which
 * PDF packs pictures (JPEG 2000, fax, JBIG2, PNG's), and all its colours.
 */
export async function drawAlone(
  stream: PDFRawStream,
  { width, height }: { width: number; height: number },
): Promise<ImageBitmap> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const copy = PDFObjectCopier.for(stream.dict.context, pdf.context).copy(stream)
  for (const key of copy.dict.keys())
    if (!parts.some((part) => PDFName.of(part) === key)) copy.dict.delete(key)
  const page = pdf.addPage([width, height])
  const picture = pdf.context.register(copy)
  page.node.set(PDFName.of("Resources"), pdf.context.obj({ XObject: { Picture: picture } }))
  const contents = pdf.context.stream(`${width} 0 0 ${height} 0 0 cm /Picture Do`)
  page.node.set(PDFName.of("Contents"), pdf.context.register(contents))
  const opened = await openPdf(await pdf.save({ useObjectStreams: false }))
  try {
    const shown = await (await opened.document).getPage(1)
    const { canvas } = await canvasOfPage(shown, 72, maxPagePixels)
    return canvas.transferToImageBitmap()
  } finally {
    await opened.close()
  }
}
