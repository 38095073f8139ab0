import type { PreparedDocument } from "../../shared/documents/prepared"
import type { BatchHeader } from "./batch-header"
import { maxBatchBytes, maxBatchDocuments } from "./batch-limits"
import type { BatchRefusal, BatchReply, BatchRequest, OpenedBatch, SavedBatch } from "./batch-refusals"

/** Where the build puts the worker: see `scripts/build-workers.ts`. */
const workerPath = "/drawer/batch-worker.js"

/** Deriving the key takes a second or two, and ten on an old machine; the rest is a few seconds for 200 MB. */
const limitMs = 120_000

/** Only what is still to be filed goes into a batch: what may be on a portal already would be filed twice. */
export const goesIntoBatch = ({ filing }: PreparedDocument) =>
  filing.state === "waiting" || filing.state === "refused"

type ToSave = { document: PreparedDocument; file: Blob | null }
type How = { mode: "live" | "training"; passphrase: string; now?: Date; stop?: AbortSignal }

/** Writes documents with their patients into one file under a passphrase. Those that do not go into a batch are left out. */
export async function saveBatch(
  documents: readonly ToSave[],
  { mode, passphrase, now = new Date(), stop }: How,
): Promise<SavedBatch | { refusal: BatchRefusal }> {
  const chosen = documents.filter(({ document }) => goesIntoBatch(document))
  if (chosen.length === 0) return { refusal: "empty" }
  const files = chosen.flatMap(({ file }) => (file ? [file] : []))
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (chosen.length > maxBatchDocuments || bytes > maxBatchBytes) return { refusal: "too-large" }
  const batch = crypto.randomUUID()
  const header: BatchHeader = {
    batch,
    made: now.getTime(),
    mode,
    documents: chosen.map(({ document }) => said(document)),
  }
  const request: BatchRequest = { ask: "save", header: JSON.stringify(header), files, passphrase }
  const reply = await ask(request, stop)
  return reply instanceof Blob ? { batch, name: nameOf(now), file: reply } : refusalOf(reply)
}

/** Reads a batch that `saveBatch` wrote, here or on another computer. Nothing is kept: that is for the drawer to do. */
export async function openBatch(
  file: Blob,
  { mode, passphrase, stop }: Omit<How, "now">,
): Promise<OpenedBatch | { refusal: BatchRefusal }> {
  const reply = await ask({ ask: "open", file, mode, passphrase }, stop)
  return "documents" in reply ? reply : refusalOf(reply)
}

const refusalOf = (reply: BatchReply) => ("refusal" in reply ? reply : { refusal: "failed" as const })

/** No name of a patient: the file is seen by whoever sees the folder. */
function nameOf(now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return `lot-${day.map((it) => String(it).padStart(2, "0")).join("-")}.dmp-lot`
}

function said(document: PreparedDocument): BatchHeader["documents"][number] {
  const { patient, content, type, title, date, comment, visibility, proposals, otherPatient } = document
  return {
    patient: patient?.traits ?? null,
    content,
    type,
    title,
    date,
    comment,
    visibility: [...visibility],
    proposals,
    otherPatient: otherPatient && [...otherPatient.marks],
  }
}

/** A worker for one request: its memory is given back at once. */
function ask(request: BatchRequest, stop?: AbortSignal): Promise<BatchReply> {
  if (stop?.aborted) return Promise.resolve({ refusal: "cancelled" })
  const worker = new Worker(workerPath, { type: "module" })
  return new Promise((resolve) => {
    const end = (reply: BatchReply) => {
      clearTimeout(timer)
      stop?.removeEventListener("abort", cancel)
      worker.terminate()
      resolve(reply)
    }
    const cancel = () => end({ refusal: "cancelled" })
    const fail = () => end({ refusal: "failed" })
    const timer = setTimeout(fail, limitMs)
    stop?.addEventListener("abort", cancel)
    worker.onerror = fail
    worker.onmessageerror = fail
    worker.onmessage = ({ data }: MessageEvent<BatchReply>) => end(data)
    worker.postMessage(request)
  })
}
