import { startWorker } from "../decoder/start-worker"
import type {
  Conversion,
  ConverterReply,
  ConverterRequest,
  ConverterTask,
  ConvertProgress,
  Inspection,
  Refused,
} from "./conversion"

/** Where the build puts the worker: see `scripts/build-workers.ts`. */
const workerPath = "/converter/worker.js"

/** How long a request may take, in milliseconds. */
export type TimeLimits = {
  /** Without a sign of the worker: a page or a picture never takes as long. */
  silence: number
  /** In all. */
  whole: number
  /** To stop by itself once the request is cancelled. */
  cancel: number
}
export const timeLimits: TimeLimits = { silence: 60_000, whole: 300_000, cancel: 2_000 }

type Answer = Inspection | Conversion | Refused

/**
 * One worker, for one request after the other. A worker that dies (out of memory, ended by the browser) sends no event:
 * it holds a lock, which the browser frees then, and that is how its death is noticed at once.
 */
export class RunningWorker {
  private readonly watch = new AbortController()
  private finish: (answer: Answer) => void = () => undefined
  private heard: (reply: ConverterReply) => void = () => undefined
  /** True once it can't be asked any more. */
  ended = false

  private constructor(
    private readonly worker: Worker,
    lock: string,
    private readonly limits: TimeLimits,
  ) {
    worker.onerror = () => this.end({ refusal: "worker-lost" })
    worker.onmessage = ({ data }: MessageEvent<ConverterReply>) => this.heard(data)
    this.watchLock(lock)
  }

  /** Null where the browser starts none. */
  static async start(limits: TimeLimits): Promise<RunningWorker | null> {
    const started = await startWorker(workerPath)
    const said = started?.said as ConverterReply | undefined
    return started && said?.reply === "ready" ? new RunningWorker(started.worker, said.lock, limits) : null
  }

  /** One request at a time. When `stop` is raised, answers once the worker has stopped or was ended. */
  run(task: ConverterTask, tell: (progress: ConvertProgress) => void, stop: AbortSignal): Promise<Answer> {
    return new Promise((answer) => {
      const { silence, whole, cancel } = this.limits
      const tooLong = () => this.end({ refusal: "too-long" })
      let quiet = setTimeout(tooLong, silence)
      let grace: ReturnType<typeof setTimeout> | undefined
      const inAll = setTimeout(tooLong, whole)
      const onStop = () => {
        this.post({ ask: "cancel" })
        grace = setTimeout(() => this.end({ refusal: "cancelled" }), cancel)
      }
      stop.addEventListener("abort", onStop, { once: true })
      this.finish = (given) => {
        for (const timer of [quiet, inAll, grace]) clearTimeout(timer)
        stop.removeEventListener("abort", onStop)
        this.finish = () => undefined
        this.heard = () => undefined
        answer(given)
      }
      this.heard = (reply) => {
        clearTimeout(quiet)
        quiet = setTimeout(tooLong, silence)
        if (reply.reply === "progress" && !stop.aborted) tell(reply.progress)
        if (reply.reply === "done") this.finish(reply.answer)
      }
      this.post({ ask: "do", task })
    })
  }

  /** Ends the worker; whoever waits for an answer gets this one. */
  end(answer: Refused = { refusal: "cancelled" }): void {
    this.ended = true
    this.watch.abort()
    this.worker.terminate()
    this.finish(answer)
  }

  private post(request: ConverterRequest): void {
    this.worker.postMessage(request)
  }

  private watchLock(name: string): void {
    const { signal } = this.watch
    navigator.locks
      .request(name, { signal }, () => this.end({ refusal: "worker-lost" }))
      // The watch itself was ended, with the worker.
      .catch(() => undefined)
  }
}
