import type {
  Conversion,
  ConverterReply,
  ConverterRequest,
  ConverterTask,
  Inspection,
  Refused,
} from "./conversion"
import { convert } from "./convert"
import type { Work } from "./fit"
import { inspect } from "./inspect"
import { shrink } from "./shrink"

/**
 * The converter's worker: one request at a time, and « cancel » meanwhile. Built as a file of its own, loaded when a
 * document is taken in and not before; what reads PDF, writes PDF or finds datamatrices only when one is needed.
 */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ConverterRequest>) => void) | null
  postMessage(reply: ConverterReply): void
}

let stop = new AbortController()

// Held for as long as this worker lives: the browser frees it then, and the page knows.
const lock = crypto.randomUUID()
void navigator.locks.request(lock, () => {
  scope.postMessage({ reply: "ready", lock })
  return new Promise(() => undefined)
})

scope.onmessage = ({ data }) => {
  if (data.ask === "cancel") return stop.abort()
  stop = new AbortController()
  const work: Work = {
    tell: (progress) => scope.postMessage({ reply: "progress", progress }),
    stop: stop.signal,
  }
  void answerTo(data.task, work).then((answer) => scope.postMessage({ reply: "done", answer }))
}

async function answerTo(task: ConverterTask, work: Work): Promise<Inspection | Conversion | Refused> {
  try {
    if (task.task === "inspect") return await inspect(task.file, work, task.side)
    if (task.task === "convert") return await convert(task.files, task.to, task.options, work)
    return await shrink(task.file, work)
  } catch {
    // Whatever it is, its message may hold something of the document.
    return { refusal: work.stop.aborted ? "cancelled" : "failed" }
  }
}
