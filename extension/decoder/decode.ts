import type { Decoded, DecodeProgress, DecoderReply, DecoderRequest } from "./decoded"

/** Where the build puts the worker: see `scripts/build-decoder.ts`. */
const workerPath = "/decoder/worker.js"

/** A document that takes longer has something wrong with it. Milliseconds. */
const limitMs = 60_000

/** One decoder with its worker, loaded at the first request and kept for a camera's frames. */
export class Decoder {
  private worker: Worker | null = null

  /** Reads a document. One request at a time; `close` ends it, and the answer is then `cancelled`. */
  file(file: Blob, tell: (progress: DecodeProgress) => void = () => undefined): Promise<Decoded> {
    return this.ask({ ask: "file", file }, [], tell)
  }

  frame(frame: ImageBitmap): Promise<Decoded> {
    return this.ask({ ask: "frame", frame }, [frame], () => undefined)
  }

  close(): void {
    this.worker?.terminate()
    this.worker = null
    this.cancel()
  }

  private cancel: () => void = () => undefined

  private ask(
    request: DecoderRequest,
    transfer: Transferable[],
    tell: (progress: DecodeProgress) => void,
  ): Promise<Decoded> {
    this.worker ??= new Worker(workerPath, { type: "module" })
    const { worker } = this
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
      worker.onerror = fail
      worker.onmessage = ({ data }: MessageEvent<DecoderReply>) => {
        if (data.reply === "progress") tell(data.progress)
        else if (data.reply === "done") end(data.decoded)
      }
      worker.postMessage(request, transfer)
    })
  }
}
