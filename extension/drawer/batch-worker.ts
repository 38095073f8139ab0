import { packBatch } from "./batch-container"
import { openBatch, sealBatch } from "./batch-file"
import { readHeader } from "./batch-header"
import type { BatchReply, BatchRequest } from "./batch-refusals"

/** The worker that writes or opens one batch. Built as a file of its own, loaded when a person asks for it. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<BatchRequest>) => void) | null
  postMessage(reply: BatchReply): void
}

scope.onmessage = ({ data }) => {
  void carryOut(data)
    // Whatever it is, its message may hold something of a document.
    .catch((): BatchReply => ({ refusal: "failed" }))
    .then((reply) => scope.postMessage(reply))
}

async function carryOut(request: BatchRequest): Promise<BatchReply> {
  if (request.ask === "open") {
    return openBatch(await bytesOf(request.file), request.passphrase, request.mode)
  }
  const header = readHeader(request.header)
  if (!header) return { refusal: "failed" }
  const files = []
  for (const file of request.files) files.push(await bytesOf(file))
  const sealed = await sealBatch(packBatch(header, files), request.passphrase)
  return sealed instanceof Uint8Array ? new Blob([sealed], { type: "application/octet-stream" }) : sealed
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
