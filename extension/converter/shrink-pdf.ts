import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib"
import { openPdf, type PdfDocument, whyNotOpened } from "../decoder/open-pdf"
import type { Conversion, Done, Refused } from "./conversion"
import { shrunkTo } from "./convert"
import { type Fitted, fitWithin, type Work } from "./fit"
import { forget } from "./forget"
import { traitsOf } from "./inspect-pdf"
import { steps } from "./legible"
import type { PdfPicture } from "./pdf-image"
import { picturesIn } from "./pdf-scan"

/**
 * A PDF that fits within `limit` bytes. Text stays text: only its pictures are made smaller, and pages that are nothing
 * but a picture may be drawn anew. What the file says of itself goes. One that fits already stays as it is.
 */
export async function shrinkPdf(file: Blob, limit: number, work: Work): Promise<Conversion | Refused> {
  const opened = await openPdf(new Uint8Array(await file.arrayBuffer()))
  try {
    const shown = await opened.document
    const { restricted, signed } = await traitsOf(shown)
    if (file.size <= limit) return { blob: file, format: "pdf", pages: shown.numPages, done: [] }
    if (restricted) return { refusal: "pdf-restricted" }
    if (signed) return { refusal: "pdf-signed" }
    return await rewritten(file, shown, limit, work)
  } catch (thrown) {
    work.stop.throwIfAborted()
    return { refusal: whyNotOpened(thrown) }
  } finally {
    await opened.close()
  }
}

async function rewritten(
  file: Blob,
  shown: PdfDocument,
  limit: number,
  work: Work,
): Promise<Conversion | Refused> {
  const pdf = await PDFDocument.load(await file.arrayBuffer(), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  if (pdf.getPageCount() !== shown.numPages) return { refusal: "pdf-damaged" }
  const done: Done[] = forget(pdf) ? [{ did: "metadata-removed" }] : []
  const { scans, images } = await picturesIn(pdf, shown, work)
  const pictures: readonly PdfPicture[] = [...images, ...scans]
  const whole = await saved(pdf)
  const rest = whole.length - pictures.reduce((sum, { bytes }) => sum + bytes, 0)
  const fitted: Fitted | { floorBytes: number } =
    whole.length <= limit || pictures.length === 0
      ? { pieces: [], step: 0 }
      : await fitWithin(pictures, limit - rest, work)
  if ("floorBytes" in fitted) return { refusal: "cannot-fit", floorBytes: rest + fitted.floorBytes }
  const step = steps[fitted.step]
  for (const [at, piece] of fitted.pieces.entries()) if (step) await pictures[at]?.put(piece, step)
  if (fitted.step > 0) done.push(shrunkTo(fitted.step, Math.max(...pictures.map(({ dpi }) => dpi))))
  const drawn = scans.filter((scan) => scan.drawn).length
  if (drawn > 0) done.push({ did: "rasterised", pages: drawn })
  forget(pdf)
  const bytes = await saved(pdf)
  if (bytes.length > limit) return { refusal: "cannot-fit", floorBytes: bytes.length }
  const blob = new Blob([bytes as BlobPart], { type: "application/pdf" })
  return { blob, format: "pdf", pages: shown.numPages, done }
}

const saved = (pdf: PDFDocument) =>
  pdf.save({ rewrite: true, useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false })
