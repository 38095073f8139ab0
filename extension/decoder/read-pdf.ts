import { getDocument, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { DecodeProgress, DecodeRefusal } from "./decoded"
import { CanvasOfWorker, documentOfWorker, NoFilters } from "./pdf-in-worker"
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
  // The library's own half takes over the worker that it finds itself in: it gets one of its own.
  const port = new Worker(new URL("pdf.worker.js", import.meta.url).href, { type: "module" })
  const worker = PDFWorker.create({ port: port as never })
  const loading = getDocument({
    worker,
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWorkerFetch: true,
    wasmUrl: new URL("wasm/", import.meta.url).href,
    ownerDocument: documentOfWorker,
    CanvasFactory: CanvasOfWorker,
    FilterFactory: NoFilters,
    verbosity: 0,
    // A picture of absurd size inside the file is left out, as a whole file of that size is.
    maxImageSize: 2 * maxPixels,
  } as unknown as Parameters<typeof getDocument>[0])
  try {
    const pdf = await loading.promise
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
    return { refusal: refusalOf(thrown) }
  } finally {
    await loading.destroy()
    worker.destroy()
    port.terminate()
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>

async function readPage(page: PdfPage, resolution: number): Promise<string[]> {
  const natural = page.getViewport({ scale: 1 })
  const most = Math.sqrt(maxPixels / (natural.width * natural.height))
  const viewport = page.getViewport({ scale: Math.min(resolution / 72, most) })
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext("2d", { willReadFrequently: true })
  if (!context) throw new Error("no canvas")
  const drawing = { canvasContext: context, canvas: null, viewport, background: "white" }
  await page.render(drawing as unknown as Parameters<PdfPage["render"]>[0]).promise
  const picture = context.getImageData(0, 0, canvas.width, canvas.height)
  return readCodes(picture, resolution === closeResolution ? "close" : "usual")
}

/** The library's errors by their names; its messages may hold text of the file. */
function refusalOf(thrown: unknown): DecodeRefusal {
  const name = thrown instanceof Error ? thrown.name : ""
  return name === "PasswordException" ? "pdf-encrypted" : "pdf-damaged"
}
