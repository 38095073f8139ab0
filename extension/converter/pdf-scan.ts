import { type PDFDocument, PDFName, type PDFPage, type PDFRef } from "@cantoo/pdf-lib"
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs"
import { canvasOfPage, type PdfDocument, type PdfPage } from "../decoder/open-pdf"
import { jpegOf } from "./draw"
import type { Piece, Work } from "./fit"
import { dpiOnPage, type Step, steps } from "./legible"
import { maxPagePixels } from "./limits"
import { imagesOf, type PdfImage, type PdfPicture } from "./pdf-image"
import { numberOf, picturesOn } from "./pdf-pages"

/** A page that is nothing but pictures, none of them a JPEG: it may become one JPEG. */
export class PdfScan implements PdfPicture {
  /** It was made into a JPEG. */
  drawn = false

  constructor(
    private readonly page: PDFPage,
    private readonly shown: PdfPage,
    readonly dpi: number,
    readonly bytes: number,
  ) {}

  async at(step: Step): Promise<Piece> {
    if (step === steps[0]) return { size: this.bytes, jpeg: null }
    const drawing = await canvasOfPage(this.shown, Math.min(step.dpi, this.dpi), maxPagePixels, false)
    const jpeg = await jpegOf(drawing, step.quality)
    return { size: jpeg.length, jpeg }
  }

  async put({ jpeg }: Piece): Promise<void> {
    if (jpeg === null) return
    const { node, doc } = this.page
    const picture = await doc.embedJpg(jpeg)
    const [left = 0, bottom = 0, right = 0, top = 0] = this.shown.view
    const place = [right - left, 0, 0, top - bottom, left, bottom].join(" ")
    const contents = doc.context.flateStream(`q ${place} cm /Scan Do Q`)
    node.set(PDFName.of("Contents"), doc.context.register(contents))
    node.set(PDFName.of("Resources"), doc.context.obj({ XObject: { Scan: picture.ref } }))
    this.drawn = true
  }

  release(): void {
    this.shown.cleanup()
  }
}

/**
 * The pictures of a PDF that can be shrunk: scanned pages as a whole, where they hold anything but JPEG and are without
 * text, notes, fields and drawings; all other pictures by themselves.
 */
export async function picturesIn(
  pdf: PDFDocument,
  shown: PdfDocument,
  work: Work,
): Promise<{ scans: PdfScan[]; images: PdfImage[] }> {
  const images = imagesOf(pdf)
  const jpegs = new Set(images.filter(({ isJpeg }) => isJpeg).map(({ ref }) => ref))
  const pages = pdf.getPages()
  const uses = new Map<PDFRef, number>()
  for (const page of pages) for (const { ref } of picturesOn(page)) uses.set(ref, (uses.get(ref) ?? 0) + 1)
  const scans: PdfScan[] = []
  const onScans = new Set<PDFRef>()
  for (const [at, page] of pages.entries()) {
    work.stop.throwIfAborted()
    const pictures = picturesOn(page)
    const shared = pictures.some(({ ref }) => jpegs.has(ref) || uses.get(ref) !== 1)
    if (pictures.length === 0 || shared) continue
    const shownPage = await shown.getPage(at + 1)
    if (!(await isNothingButPictures(shownPage))) continue
    const size = page.getMediaBox()
    const dots = pictures.map(({ stream: { dict } }) =>
      dpiOnPage({ width: numberOf(dict, "Width"), height: numberOf(dict, "Height") }, size),
    )
    const bytes = pictures.reduce((sum, { stream }) => sum + stream.contents.length, 0)
    scans.push(new PdfScan(page, shownPage, Math.max(...dots), bytes))
    for (const { ref } of pictures) onScans.add(ref)
  }
  return { scans, images: images.filter(({ ref }) => !onScans.has(ref)) }
}

/** A frame or a white ground may be drawn around a scan; lines of a graph are many. */
const maxDrawnPaths = 4

async function isNothingButPictures(page: PdfPage): Promise<boolean> {
  const { items } = await page.getTextContent()
  if (items.length > 0 || (await page.getAnnotations()).length > 0) return false
  const { fnArray } = await page.getOperatorList()
  const paths = fnArray.filter(
    (operation) => operation === OPS.constructPath || operation === OPS.shadingFill,
  )
  page.cleanup()
  return paths.length <= maxDrawnPaths
}
