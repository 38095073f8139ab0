import { canvasOfPage, openPdf, type PdfDocument, whyNotOpened } from "../decoder/open-pdf"
import type { Inspection, PdfFacts, Refused } from "./conversion"
import type { Drawing } from "./draw"
import { insTextsIn, thumbnailOf } from "./first-look"
import type { Work } from "./fit"
import { codePages, codeResolution, maxLookPixels, maxTextLength, textPages } from "./limits"
import { pdfDay } from "./pdf-day"

/** Opens the PDF as a viewer would, draws its first pages and reads what they say. `bytes` is given away. */
export async function inspectPdf(bytes: Uint8Array, work: Work, side: number): Promise<Inspection | Refused> {
  const size = bytes.length
  const opened = await openPdf(bytes)
  try {
    const pdf = await opened.document
    const facts = { ...(await traitsOf(pdf)), ...(await textOf(pdf, work)) }
    const drawings: Drawing[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, codePages); number += 1) {
      work.stop.throwIfAborted()
      drawings.push(await canvasOfPage(await pdf.getPage(number), codeResolution, maxLookPixels))
    }
    // A file that was cut gives pages that are not there.
    for (let number = drawings.length + 1; number <= pdf.numPages; number += 1) await pdf.getPage(number)
    const [first] = drawings
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
    return {
      format: "pdf",
      bytes: size,
      pages: pdf.numPages,
      dimensions: { width: Math.round(width), height: Math.round(height) },
      thumbnail: first ? await thumbnailOf(first, side) : null,
      picture: null,
      pdf: facts,
      insTexts: await insTextsIn(drawings),
    }
  } catch (thrown) {
    work.stop.throwIfAborted()
    return { refusal: whyNotOpened(thrown) }
  } finally {
    await opened.close()
  }
}

type Traits = Omit<PdfFacts, "text" | "textWhole">

/** What the file says of itself. */
export async function traitsOf(pdf: PdfDocument): Promise<Traits> {
  const info = (await pdf.getMetadata()).info as Record<string, unknown>
  const title = typeof info.Title === "string" ? info.Title.trim().slice(0, 300) : ""
  return {
    title: title === "" ? null : title,
    created: pdfDay(info.CreationDate),
    modified: pdfDay(info.ModDate),
    restricted: typeof info.EncryptFilterName === "string",
    signed: info.IsSignaturesPresent === true,
  }
}

async function textOf(pdf: PdfDocument, work: Work): Promise<Pick<PdfFacts, "text" | "textWhole">> {
  let text = ""
  const pages = Math.min(pdf.numPages, textPages)
  for (let number = 1; number <= pages && text.length <= maxTextLength; number += 1) {
    work.stop.throwIfAborted()
    const { items } = await (await pdf.getPage(number)).getTextContent()
    text += items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("")
    text += "\n"
  }
  const textWhole = pages === pdf.numPages && text.length <= maxTextLength
  return { text: text.trim().slice(0, maxTextLength), textWhole }
}
