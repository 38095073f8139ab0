import type { DecodeProgress, DecodeRefusal } from "./decoded"
import { drawPage, openPdf, type PdfPage, whyNotOpened } from "./open-pdf"
import { readCodes } from "./read-codes"

/** Dots per inch: what a code of 1 cm needs. */
const usualResolution = 200
/** A letter with enclosures has some pages; a code that says whose it is stands on the first ones. */
const maxPages = 20
/** A second, slower look for a small or faint code, at the first pages only. */
const closeResolution = 400
const closePages = 4
const maxPixels = 25_000_000

type Read = { texts: string[]; more: boolean } | { refusal: DecodeRefusal }

/** The texts of all datamatrices on the first pages of a PDF. */
export async function readPdf(data: Uint8Array, tell: (progress: DecodeProgress) => void): Promise<Read> {
  const opened = await openPdf(data)
  try {
    const pdf = await opened.document
    const pages = Math.min(pdf.numPages, maxPages)
    const texts: string[] = []
    for (let page = 1; page <= pages; page += 1) {
      tell({ page, pages })
      texts.push(...(await readPage(await pdf.getPage(page), usualResolution)))
    }
    for (let page = 1; page <= Math.min(pages, closePages) && texts.length === 0; page += 1) {
      texts.push(...(await readPage(await pdf.getPage(page), closeResolution)))
    }
    return { texts, more: pdf.numPages > pages }
  } catch (thrown) {
    return { refusal: whyNotOpened(thrown) }
  } finally {
    await opened.close()
  }
}

async function readPage(page: PdfPage, resolution: number): Promise<string[]> {
  const picture = await drawPage(page, resolution, maxPixels)
  return readCodes(picture, resolution === closeResolution ? "close" : "usual")
}
