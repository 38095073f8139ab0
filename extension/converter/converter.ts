import type {
  Conversion,
  ConverterTask,
  ConvertOptions,
  ConvertProgress,
  Inspection,
  Refused,
} from "./conversion"
import { RunningWorker, type TimeLimits, timeLimits } from "./running-worker"

type Tell = (progress: ConvertProgress) => void
const silent: Tell = () => undefined

/**
 * Inspects, converts and shrinks documents, on this machine alone, in a worker that is loaded at the first request.
 * Requests queue: one at a time, in order. Every answer is a value or a refusal of the closed list; nothing is thrown.
 * A cancelled request answers `cancelled` at once. `close` ends the worker and answers `cancelled` to all that wait.
 */
export class Converter {
  private worker: RunningWorker | null = null
  private queue: Promise<unknown> = Promise.resolve()
  private closing = new AbortController()

  constructor(private readonly limits: TimeLimits = timeLimits) {}

  /**
   * What the file is, whether it is sound, its thumbnail, and what a PDF says. `name` serves no decision. `side`: pixels
   * of the thumbnail's longer side, where it is to be read and not only recognised.
   */
  inspect(file: Blob, name: string, signal?: AbortSignal, side?: number): Promise<Inspection | Refused> {
    return this.ask<Inspection>({ task: "inspect", file, name, side }, silent, signal)
  }

  /** Pictures into one JPEG (one file) or one PDF in their order; what comes out fits the portal. */
  convert(
    files: readonly Blob[],
    to: "jpeg" | "pdf",
    options: ConvertOptions = {},
    tell: Tell = silent,
    signal?: AbortSignal,
  ): Promise<Conversion | Refused> {
    return this.ask<Conversion>({ task: "convert", files, to, options }, tell, signal)
  }

  /** Makes a JPEG or a PDF fit the portal, legible still; one that fits loses its metadata (JPEG) or stays as it is. */
  shrink(file: Blob, tell: Tell = silent, signal?: AbortSignal): Promise<Conversion | Refused> {
    return this.ask<Conversion>({ task: "shrink", file }, tell, signal)
  }

  close(): void {
    this.closing.abort()
    this.closing = new AbortController()
    this.worker?.end()
    this.worker = null
  }

  private async ask<T>(task: ConverterTask, tell: Tell, signal?: AbortSignal): Promise<T | Refused> {
    const stop = AbortSignal.any([this.closing.signal, ...(signal ? [signal] : [])])
    const turn = this.queue.then(() => (stop.aborted ? cancelled : this.run(task, tell, stop)))
    this.queue = turn
    return Promise.race([turn, whenCancelled(stop)]) as Promise<T | Refused>
  }

  private async run(task: ConverterTask, tell: Tell, stop: AbortSignal) {
    const { closing } = this
    if (this.worker === null || this.worker.ended) this.worker = await RunningWorker.start(this.limits)
    if (this.worker === null) return { refusal: "worker-lost" }
    // Closed while the worker started: nobody else would end it.
    if (closing.signal.aborted) this.worker.end()
    return stop.aborted ? cancelled : this.worker.run(task, tell, stop)
  }
}

const cancelled: Refused = { refusal: "cancelled" }

function whenCancelled(stop: AbortSignal): Promise<Refused> {
  return new Promise((answer) => {
    if (stop.aborted) answer(cancelled)
    stop.addEventListener("abort", () => answer(cancelled), { once: true })
  })
}
