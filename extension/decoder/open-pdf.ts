import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import { CanvasOfWorker, documentOfWorker, NoFilters } from "./pdf-in-worker"
import { packaged, pdfWorker } from "./pdf-worker"

/** A picture inside a file that has more pixels is left out, as a whole file of that size is. */
const maxImagePixels = 50_000_000

type Loading = ReturnType<typeof getDocument>
export type PdfDocument = Awaited<Loading["promise"]>
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>

/** A PDF being opened. `close` in any case: it gives its memory back. `data` is given away. */
export type OpenedPdf = { document: Promise<PdfDocument>; close: () => Promise<void> }

/**
 * Opens a PDF from within a worker, without scripts, forms, system fonts or anything from a network. What `document`
 * throws is named by `whyNotOpened`.
 */
export async function openPdf(data: Uint8Array): Promise<OpenedPdf> {
  const loading = getDocument({
    worker: await pdfWorker(),
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWorkerFetch: true,
    wasmUrl: packaged("wasm/"),
    ownerDocument: documentOfWorker,
    CanvasFactory: CanvasOfWorker,
    FilterFactory: NoFilters,
    verbosity: 0,
    maxImageSize: maxImagePixels,
  } as unknown as Parameters<typeof getDocument>[0])
  return { document: loading.promise, close: () => loading.destroy() }
}

/**
 * A page as a picture on white, at so many dots per inch, or as many as `maxPixels` allow. `turned`: as a viewer shows
 * it, or as it lies in the file.
 */
export async function canvasOfPage(
  page: PdfPage,
  resolution: number,
  maxPixels: number,
  turned = true,
): Promise<OffscreenCanvasRenderingContext2D> {
  const turn = turned ? {} : { rotation: 0 }
  const natural = page.getViewport({ scale: 1, ...turn })
  const most = Math.sqrt(maxPixels / (natural.width * natural.height))
  const viewport = page.getViewport({ scale: Math.min(resolution / 72, most), ...turn })
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext("2d", { willReadFrequently: true })
  if (!context) throw new Error("no canvas")
  const drawing = { canvasContext: context, canvas: null, viewport, background: "white" }
  await page.render(drawing as unknown as Parameters<PdfPage["render"]>[0]).promise
  return context
}

export async function drawPage(page: PdfPage, resolution: number, maxPixels: number): Promise<ImageData> {
  const context = await canvasOfPage(page, resolution, maxPixels)
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height)
}

/** The library's errors by their names; its messages may hold text of the file. */
export function whyNotOpened(thrown: unknown): "pdf-encrypted" | "pdf-damaged" {
  const name = thrown instanceof Error ? thrown.name : ""
  return name === "PasswordException" ? "pdf-encrypted" : "pdf-damaged"
}
