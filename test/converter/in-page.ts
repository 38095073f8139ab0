import { degrees, PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib"
import type { ConvertOptions, ConvertProgress } from "../../extension/converter/conversion"
import { Converter } from "../../extension/converter/converter"
import type { TimeLimits } from "../../extension/converter/running-worker"

/** What runs in a page of the extension: makes large files there, and asks the packaged converter, as the drawer does. */

const files = new Map<string, Blob>()
const started: Worker[] = []
let converter = new Converter()
let stop = new AbortController()

const RealWorker = globalThis.Worker
globalThis.Worker = new Proxy(RealWorker, {
  construct(target, [address, options]) {
    const worker = new target(address, options)
    started.push(worker)
    return worker
  },
})

const file = (name: string) => {
  const found = files.get(name)
  if (!found) throw new Error(`no file ${name}`)
  return found
}

function canvas(width: number, height: number) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
  if (!context) throw new Error("no canvas")
  context.fillStyle = "white"
  context.fillRect(0, 0, width, height)
  return context
}

/** Lines of text as on a report, and the grain of a sensor or a scanner: `grain` is its height, 0 to 255. */
function pageLike(width: number, height: number, grain: number, seed: number) {
  const context = canvas(width, height)
  context.fillStyle = "#113"
  const line = Math.round(height / 70)
  context.font = `${Math.round(line * 0.7)}px sans-serif`
  for (let at = 4; at < 66; at += 1)
    context.fillText(
      `Compte rendu fictif ${seed}, ligne ${at} : hémoglobine 13,${at} g/dL`,
      width / 10,
      at * line,
    )
  if (grain === 0) return context
  const image = context.getImageData(0, 0, width, height)
  let state = seed + 1
  for (let at = 0; at < image.data.length; at += 1) {
    if (at % 4 === 3) continue
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    image.data[at] = (image.data[at] ?? 0) + ((state >>> 16) % (grain + 1)) - grain / 2
  }
  context.putImageData(image, 0, 0)
  return context
}

async function darknessOf(name: string): Promise<number[]> {
  const seen = await converter.inspect(file(name), name)
  if ("refusal" in seen || !seen.thumbnail) throw new Error("no thumbnail")
  const bitmap = await createImageBitmap(seen.thumbnail)
  const context = canvas(bitmap.width, bitmap.height)
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  return Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] ?? 0)
}

export const inPage = {
  give(name: string, base64: string, type = "") {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    files.set(name, new Blob([bytes], { type }))
  },

  async bytesOf(name: string) {
    const bytes = new Uint8Array(await file(name).arrayBuffer())
    let text = ""
    for (let at = 0; at < bytes.length; at += 30_000)
      text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
    return btoa(text)
  },

  /** A photo of a page. Gives its bytes' number. */
  async photo(name: string, width: number, height: number, grain: number, type: string, quality = 0.92) {
    const blob = await pageLike(width, height, grain, 7).canvas.convertToBlob({ type, quality })
    if (blob.type !== type) throw new Error(`this browser writes no ${type}`)
    files.set(name, blob)
    return blob.size
  },

  /** A picture with four quarters: red, green / blue, white. Twice as wide as high. */
  async quarters(name: string, type: string) {
    const context = canvas(400, 200)
    for (const [colour, x, y] of [
      ["red", 0, 0],
      ["lime", 200, 0],
      ["blue", 0, 100],
    ] as const) {
      context.fillStyle = colour
      context.fillRect(x, y, 200, 100)
    }
    files.set(name, await context.canvas.convertToBlob({ type, quality: 0.95 }))
  },

  /** A PNG through which one sees. */
  async transparent(name: string) {
    const context = canvas(40, 40)
    context.clearRect(0, 0, 40, 40)
    files.set(name, await context.canvas.convertToBlob({ type: "image/png" }))
  },

  /**
   * How alike the first pages of two PDFs are as small pictures: 1 is the same, 0 has nothing in common (correlation of
   * the darkness of their dots).
   */
  async likeness(one: string, other: string) {
    const [first = [], second = []] = await Promise.all([one, other].map(darknessOf))
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [middle, middle2] = [mean(first), mean(second)]
    const product = (left: number[], right: number[], from: number, from2: number) =>
      left.reduce((sum, value, at) => sum + (value - from) * ((right[at] ?? 0) - from2), 0)
    return (
      product(first, second, middle, middle2) /
      Math.sqrt(product(first, first, middle, middle) * product(second, second, middle2, middle2))
    )
  },

  /** A PDF of scanned pages, each with its own grain; `text` is written under them, as text recognition does. */
  async scanned(
    name: string,
    pages: number,
    dpi: number,
    grain: number,
    how: { format?: "jpeg" | "png"; text?: boolean; turn?: number } = {},
  ) {
    const pdf = await PDFDocument.create()
    pdf.setTitle("Compte rendu fictif")
    pdf.setAuthor("Dr Fictif")
    pdf.catalog.set(
      PDFName.of("Metadata"),
      pdf.context.register(pdf.context.stream("<x:xmpmeta>Dr Fictif</x:xmpmeta>")),
    )
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)]
    for (let at = 0; at < pages; at += 1) {
      const type = how.format === "png" ? "image/png" : "image/jpeg"
      const blob = await pageLike(width, height, grain, at).canvas.convertToBlob({ type, quality: 0.8 })
      const bytes = await blob.arrayBuffer()
      const picture = how.format === "png" ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes)
      const page = pdf.addPage([595, 842])
      if (how.turn) page.setRotation(degrees(how.turn))
      if (how.text) page.drawText(`Texte reconnu de la page ${at + 1}`, { x: 50, y: 400, size: 10, font })
      page.drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
    }
    const bytes = await pdf.save()
    files.set(name, new Blob([bytes as BlobPart], { type: "application/pdf" }))
    return bytes.length
  },

  async inspect(name: string) {
    const seen = await converter.inspect(file(name), name)
    if ("refusal" in seen) return seen
    const thumb = seen.thumbnail ? await createImageBitmap(seen.thumbnail) : null
    return {
      ...seen,
      thumbnail: thumb &&
        seen.thumbnail && { type: seen.thumbnail.type, width: thumb.width, height: thumb.height },
    }
  },

  /** Gives what was made, its bytes' number in place of the blob, which is kept under `to`. */
  async convert(names: string[], format: "jpeg" | "pdf", into: string, options: ConvertOptions = {}) {
    stop = new AbortController()
    const told: ConvertProgress[] = []
    const begun = performance.now()
    const made = await converter.convert(
      names.map(file),
      format,
      options,
      (progress) => told.push(progress),
      stop.signal,
    )
    const ms = performance.now() - begun
    if ("refusal" in made) return { ...made, told, ms }
    files.set(into, made.blob)
    return { ...made, blob: made.blob.size, told, ms }
  },

  async shrink(name: string, into: string) {
    stop = new AbortController()
    const told: ConvertProgress[] = []
    const begun = performance.now()
    const made = await converter.shrink(file(name), (progress) => told.push(progress), stop.signal)
    const ms = performance.now() - begun
    if ("refusal" in made) return { ...made, told, ms }
    files.set(into, made.blob)
    return { ...made, blob: made.blob.size, told, ms }
  },

  /** Cancels what runs once it told of its progress; gives the answer and how long it took to come, in ms. */
  async cancelled(name: string) {
    const cancel = new AbortController()
    let at = 0
    const answer = await converter.shrink(
      file(name),
      () => {
        at ||= performance.now()
        cancel.abort()
      },
      cancel.signal,
    )
    return { answer: "refusal" in answer ? answer.refusal : "made", ms: performance.now() - at }
  },

  /** Kills the worker from outside once it told of its progress, as a browser out of memory does. */
  async killed(name: string) {
    let at = 0
    const answer = await converter.shrink(file(name), () => {
      at ||= performance.now()
      started.at(-1)?.terminate()
    })
    return { answer: "refusal" in answer ? answer.refusal : "made", ms: performance.now() - at }
  },

  /** Asks for several at once and closes the converter: gives all answers. */
  async closed(name: string) {
    const all = [1, 2, 3].map(() => converter.shrink(file(name)))
    setTimeout(() => converter.close(), 50)
    return (await Promise.all(all)).map((answer) => ("refusal" in answer ? answer.refusal : "made"))
  },

  within(limits: TimeLimits) {
    converter.close()
    converter = new Converter(limits)
  },

  workers: () => started.length,

  /** Colours at some points, in parts of width and height, as a viewer that knows no EXIF shows them. */
  async pixels(name: string, points: [number, number][]) {
    const bitmap = await createImageBitmap(file(name), { imageOrientation: "none" as ImageOrientation })
    const context = canvas(bitmap.width, bitmap.height)
    context.drawImage(bitmap, 0, 0)
    const colours = points.map(([x, y]) =>
      [...context.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data].slice(
        0,
        3,
      ),
    )
    return { width: bitmap.width, height: bitmap.height, colours }
  },
}
