import { maxFileBytes } from "../../shared/documents/accepted"
import type { Conversion, ConvertOptions, Done, Refused } from "./conversion"
import { type Fitted, fitWithin, type Work } from "./fit"
import { steps } from "./legible"
import { maxFiles, maxTotalBytes } from "./limits"
import { isPicture, lookAt } from "./looked-at"
import { Picture } from "./picture"

/** Bytes that a PDF needs beside its pictures: for itself and for each page. */
const frame = { whole: 3_000, page: 800 }

/** Pictures into one JPEG or one PDF that fits the portal, with as much of them as fits. */
export async function convert(
  files: readonly Blob[],
  to: "jpeg" | "pdf",
  options: ConvertOptions,
  work: Work,
): Promise<Conversion | Refused> {
  const most = to === "jpeg" ? 1 : maxFiles
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (files.length > most || bytes > maxTotalBytes) return { refusal: "too-many-files" }
  const pictures = await openAll(files, work)
  if ("refusal" in pictures) return pictures
  const limit = to === "jpeg" ? maxFileBytes : maxFileBytes - frame.whole - frame.page * files.length
  const fitted = await fitWithin(pictures, limit, work)
  for (const picture of pictures) picture.release()
  if ("floorBytes" in fitted) return { refusal: "cannot-fit", ...fitted }
  const done = doneTo(pictures, fitted, to)
  const jpegs = fitted.pieces.flatMap(({ jpeg }) => jpeg ?? [])
  if (to === "pdf") {
    const { pdfOf } = await import("./pictures-pdf")
    return { blob: await pdfOf(jpegs, options), format: "pdf", pages: files.length, done }
  }
  const [jpeg = new Uint8Array()] = jpegs
  const [file] = files
  const blob = file && done.length === 0 ? file : new Blob([jpeg as BlobPart], { type: "image/jpeg" })
  return { blob, format: "jpeg", pages: 1, done }
}

async function openAll(files: readonly Blob[], work: Work): Promise<Picture[] | Refused> {
  const pictures: Picture[] = []
  for (const [at, file] of files.entries()) {
    const looked = await lookAt(file)
    if ("refusal" in looked) return { ...looked, file: at }
    if (!isPicture(looked.format) || !("dimensions" in looked)) return { refusal: "not-converted", file: at }
    const picture = await Picture.open(file, looked)
    if ("refusal" in picture) return { ...picture, file: at }
    if (files.length > 1) picture.release()
    pictures.push(picture)
    work.stop.throwIfAborted()
  }
  return pictures.length > 0 ? pictures : { refusal: "file-empty" }
}

function doneTo(pictures: readonly Picture[], { step }: Fitted, to: "jpeg" | "pdf"): Done[] {
  const done: Done[] = [...new Set(pictures.map(({ format }) => format))]
    .filter((from) => from !== to)
    .map((from) => ({ did: "converted", from }))
  if (pictures.some(({ facts }) => facts.animated)) done.push({ did: "first-frame" })
  if (pictures.some(({ facts }) => facts.turned)) done.push({ did: "rotated" })
  if (pictures.some(({ facts }) => facts.metadata)) done.push({ did: "metadata-removed" })
  if (step > 0) done.push(shrunkTo(step, Math.min(...pictures.map(({ dpi }) => dpi))))
  return done
}

/** What a step says to a person: a picture that had fewer dots than the step keeps its own. */
export function shrunkTo(step: number, dpi: number): Done {
  const { dpi: wanted = dpi, quality = 1 } = steps[step] ?? {}
  return { did: "shrunk", dpi: Math.round(Math.min(wanted, dpi)), quality }
}
