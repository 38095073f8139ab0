import type { IncomingMessage } from "node:http"

export const maxBodyBytes = 64 * 1024

export type FormBody = { form: URLSearchParams } | { refused: "too-large" | "not-a-form" | "cut-short" }

/** Reads an urlencoded form of at most 64 KiB. A larger one is refused before it is in memory. */
export async function readForm(request: IncomingMessage): Promise<FormBody> {
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
    request.on("end", () => resolve({ form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")) }))
    request.on("error", () => resolve({ refused: "cut-short" }))
  })
}
