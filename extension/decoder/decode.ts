import type { Decoded, DecodeProgress, DecoderReply, DecoderRequest } from "./decoded"
import { startWorker } from "./start-worker"

/** Where the build puts the worker: see `scripts/build-workers.ts`. */
const workerPath = "/decoder/worker.js"

/** A document that takes longer has something wrong with it. Milliseconds. */
const limitMs = 60_000

/** One decoder with its worker, loaded at the first request and kept for a camera's frames. */
export class Decoder {
  private started: ReturnType<typeof startWorker> | null = null

  /** Reads a document. One request at a time; `close` ends it, and the answer is then `cancelled`. */
  file(file: Blob, tell: (progress: DecodeProgress) => void = () => undefined): Promise<Decoded> {
    return this.ask({ ask: "file", file }, [], tell)
  }

  frame(frame: ImageBitmap): Promise<Decoded> {
    return this.ask({ ask: "frame", frame }, [frame], () => undefined)
  }

  close(): void {
    void this.started?.then((it) => it?.worker.terminate())
    this.started = null
    this.cancel()
  }

  private cancel: () => void = () => undefined

  private ask(
    request: DecoderRequest,
    transfer: Transferable[],
    tell: (progress: DecodeProgress) => void,
  ): Promise<Decoded> {
    this.started ??= startWorker(workerPath)
    const { started } = this
    return new Promise((resolve) => {
      const end = (decoded: Decoded) => {
        clearTimeout(timer)
        this.cancel = () => undefined
        resolve(decoded)
      }
      const fail = () => {
        end({ refusal: "failed" })
        this.close()
      }
      const timer = setTimeout(fail, limitMs)
      this.cancel = () => end({ refusal: "cancelled" })
      void started.then((it) => {
        // Closed while it started: whoever asked has their answer.
        if (this.started !== started) return
        if (it === null) return fail()
        it.worker.onerror = fail
        it.worker.onmessage = ({ data }: MessageEvent<DecoderReply>) => {
          if (data.reply === "progress") tell(data.progress)
          else if (data.reply === "done") end(data.decoded)
        }
        it.worker.postMessage(request, transfer)
      })
    })
  }
}
