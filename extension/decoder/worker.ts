import type { Decoded, DecoderReply, DecoderRequest } from "./decoded"
import { fileKind } from "./file-kind"
import { oneInsText } from "./one-ins-text"
import { readBitmap, readFrame } from "./read-image"

/**
 * The decoder's worker: takes one request at a time. Built as a file of its own, loaded when a document is
 * read and not before; the PDF half only for a PDF.
 */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<DecoderRequest>) => void) | null
  postMessage(reply: DecoderReply): void
}

scope.onmessage = ({ data }) => {
  void decode(data).then((decoded) => scope.postMessage({ reply: "done", decoded }))
}
scope.postMessage({ reply: "ready" })

async function decode(request: DecoderRequest): Promise<Decoded> {
  try {
    if (request.ask === "file") return await decodeFile(request.file)
    const texts = await readFrame(request.frame)
    request.frame.close()
    return oneInsText(texts)
  } catch {
    // Whatever it is, its message may hold something of the document.
    return { refusal: "failed" }
  }
}

async function decodeFile(file: Blob): Promise<Decoded> {
  // The kind first, so that a huge file is not even read.
  const kind = fileKind(new Uint8Array(await file.slice(0, maxHead).arrayBuffer()), file.size)
  if ("refusal" in kind) return kind
  if (kind.kind === "image") return decodeImage(file)
  const { readPdf } = await import("./read-pdf")
  const read = await readPdf(new Uint8Array(await file.arrayBuffer()), (progress) =>
    scope.postMessage({ reply: "progress", progress }),
  )
  if ("refusal" in read) return read
  const decoded = oneInsText(read.texts)
  return "refusal" in decoded && decoded.refusal === "no-datamatrix" && read.more
    ? { refusal: "not-in-first-pages" }
    : decoded
}

/** Enough for the headers of every kind, a camera's preview picture included. Bytes. */
const maxHead = 1_000_000

async function decodeImage(file: Blob): Promise<Decoded> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    return { refusal: "image-damaged" }
  }
  const texts = await readBitmap(bitmap)
  bitmap.close()
  return oneInsText(texts)
}
