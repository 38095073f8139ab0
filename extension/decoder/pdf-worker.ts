import { PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs"
import { startWorker } from "./start-worker"

let started: Promise<PDFWorker> | null = null

/**
 * The library's own half, which would take over the worker that it finds itself in: it gets one of its own, kept for all
 * documents.
 */
export function pdfWorker(): Promise<PDFWorker> {
  started ??= start()
  return started
}

async function start(): Promise<PDFWorker> {
  // It says « ready » by itself; the library does not wait for it.
  const half = await startWorker(packaged("pdf.worker.js"))
  if (half) return PDFWorker.create({ port: half.worker as never })
  started = null
  throw new Error("no worker for PDF")
}

/** The build puts the library's files beside the decoder: see `scripts/build-workers.ts`. */
export function packaged(path: string): string {
  return new URL(`/decoder/${path}`, import.meta.url).href
}
