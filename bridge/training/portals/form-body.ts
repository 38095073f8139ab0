import type { IncomingMessage } from "node:http"
import { MultipartReader, type MultipartRefusal, type UploadedFile } from "./multipart/multipart-reader"
import { boundaryOf } from "./multipart/part-header"

export const maxBodyBytes = 64 * 1024

export type FormBody = { form: URLSearchParams; files: ReadonlyMap<string, UploadedFile> }
export type BodyRefusal = "too-large" | "file-too-large" | "not-a-form" | "malformed" | "cut-short"

const noFiles: ReadonlyMap<string, UploadedFile> = new Map()

/** What a GET brings: nothing. */
export const noForm = (): FormBody => ({ form: new URLSearchParams(), files: noFiles })

/** Reads an urlencoded form of at most 64 KiB. A larger one is refused before it is in memory. */
export async function readForm(request: IncomingMessage): Promise<FormBody | { refused: BodyRefusal }> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase()
  if (type !== "application/x-www-form-urlencoded") return { refused: "not-a-form" }
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return { refused: "too-large" }

  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBodyBytes) chunks.push(chunk)
      else resolve({ refused: "too-large" })
    })
    request.on("end", () =>
      resolve({ form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")), files: noFiles }),
    )
    request.on("error", () => resolve({ refused: "cut-short" }))
  })
}

const uploadRefusals: Record<MultipartRefusal, BodyRefusal> = {
  "too-large": "file-too-large",
  malformed: "malformed",
  "cut-short": "cut-short",
}

/** Reads a form with a file, at most 6 MiB in all. The file's bytes pass and are never kept. */
export async function readUpload(request: IncomingMessage): Promise<FormBody | { refused: BodyRefusal }> {
  const boundary = boundaryOf(request.headers["content-type"] ?? "")
  if (boundary === null) return { refused: "not-a-form" }
  const reader = new MultipartReader(boundary)
  if (Number(request.headers["content-length"] ?? 0) > reader.limits.maxBytes)
    return { refused: "file-too-large" }

  return new Promise((resolve) => {
    request.on("data", (chunk: Buffer) => {
      const refused = reader.push(chunk)
      if (refused) resolve({ refused: uploadRefusals[refused] })
    })
    request.on("end", () => {
      const read = reader.end()
      resolve("refused" in read ? { refused: uploadRefusals[read.refused] } : read)
    })
    request.on("error", () => resolve({ refused: "cut-short" }))
  })
}
