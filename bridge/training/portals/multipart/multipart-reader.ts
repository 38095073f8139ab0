import { maxHeaderBytes, type PartHeader, parsePartHeader } from "./part-header"

/** All that is ever known of an uploaded file. Its bytes are counted as they pass, and forgotten. */
export type UploadedFile = { name: string; size: number; type: string }

export type MultipartForm = { form: URLSearchParams; files: ReadonlyMap<string, UploadedFile> }
export type MultipartRefusal = "too-large" | "malformed" | "cut-short"

export type MultipartLimits = { maxBytes: number; maxTextBytes: number; maxParts: number }

export const uploadLimits: MultipartLimits = {
  maxBytes: 6 * 1024 * 1024,
  maxTextBytes: 64 * 1024,
  maxParts: 50,
}

type State = "before" | "after-delimiter" | "header" | "body" | "over"
type OpenPart = { header: PartHeader; size: number; text: Buffer[] }

/**
 * Reads a `multipart/form-data` body chunk by chunk (RFC 7578, RFC 2046 §5.1). Total: any bytes, cut
 * anywhere, give a form or a named refusal. It holds the text of the fields and never a file.
 */
export class MultipartReader {
  readonly #delimiter: Buffer
  readonly #form = new URLSearchParams()
  readonly #files = new Map<string, UploadedFile>()
  /** The first delimiter may stand at the very beginning, so an end of line is put before the body. */
  #pending: Buffer = Buffer.from("\r\n")
  #state: State = "before"
  #part: OpenPart | null = null
  #bytes = 0
  #textBytes = 0
  #parts = 0
  #refusal: MultipartRefusal | null = null

  constructor(
    boundary: string,
    readonly limits: MultipartLimits = uploadLimits,
  ) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, "latin1")
  }

  /** Takes the next bytes; what it gives says why the rest need not come, null while all is well. */
  push(chunk: Buffer): MultipartRefusal | null {
    this.#bytes += chunk.length
    if (this.#bytes > this.limits.maxBytes) this.#refusal ??= "too-large"
    if (this.#refusal || this.#state === "over") return this.#refusal
    this.#pending = Buffer.concat([this.#pending, chunk])
    while (!this.#refusal && this.#step());
    if (this.#refusal) this.#pending = Buffer.alloc(0)
    return this.#refusal
  }

  end(): MultipartForm | { refused: MultipartRefusal } {
    if (this.#refusal) return { refused: this.#refusal }
    if (this.#state !== "over") return { refused: "cut-short" }
    return { form: this.#form, files: this.#files }
  }

  /** One step in the bytes at hand; false when more are needed. */
  #step(): boolean {
    switch (this.#state) {
      case "before":
      case "body":
        return this.#content()
      case "after-delimiter":
        return this.#afterDelimiter()
      case "header":
        return this.#header()
      case "over":
        return false
    }
  }

  #content(): boolean {
    const at = this.#pending.indexOf(this.#delimiter)
    // The end of what is here may be the beginning of a delimiter.
    const sure = at >= 0 ? at : Math.max(0, this.#pending.length - this.#delimiter.length + 1)
    this.#take(this.#pending.subarray(0, sure))
    this.#pending = this.#pending.subarray(at >= 0 ? at + this.#delimiter.length : sure)
    if (at < 0) return false
    this.#closePart()
    this.#state = "after-delimiter"
    return true
  }

  #afterDelimiter(): boolean {
    if (this.#pending.length < 2) return false
    const next = this.#pending.toString("latin1", 0, 2)
    this.#pending = this.#pending.subarray(2)
    if (next === "--") this.#state = "over"
    else if (next === "\r\n") this.#state = "header"
    else this.#refusal = "malformed"
    return true
  }

  #header(): boolean {
    const end = this.#pending.indexOf("\r\n\r\n")
    if (end > maxHeaderBytes || (end < 0 && this.#pending.length > maxHeaderBytes + 4)) {
      this.#refusal = "malformed"
      return false
    }
    if (end < 0) return false
    const header = parsePartHeader(this.#pending.toString("utf8", 0, end))
    this.#parts += 1
    if (!header || this.#parts > this.limits.maxParts) {
      this.#refusal = header ? "too-large" : "malformed"
      return false
    }
    this.#pending = this.#pending.subarray(end + 4)
    this.#part = { header, size: 0, text: [] }
    this.#state = "body"
    return true
  }

  #take(bytes: Buffer): void {
    const part = this.#part
    if (!part) return
    part.size += bytes.length
    if (part.header.fileName !== null) return
    this.#textBytes += bytes.length
    if (this.#textBytes > this.limits.maxTextBytes) this.#refusal = "too-large"
    // Copied, so that a short text does not hold the whole chunk that it came in.
    else part.text.push(Buffer.from(bytes))
  }

  #closePart(): void {
    const part = this.#part
    this.#part = null
    if (!part || this.#refusal) return
    const { name, fileName, type } = part.header
    if (fileName === null) this.#form.append(name, Buffer.concat(part.text).toString("utf8"))
    // A file field left empty is sent with an empty name.
    else if (fileName !== "") this.#files.set(name, { name: fileName.slice(0, 255), size: part.size, type })
  }
}
