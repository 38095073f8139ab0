import { acceptedFormats, maxPixels, maxReadBytes, maxSide } from "../../shared/documents/accepted"
import { isAnimated, isCut } from "../../shared/documents/file-damage"
import { kindOf } from "../../shared/documents/file-kind"
import { asText, type FileSample, headBytes, tailBytes } from "../../shared/documents/file-sample"
import { type Dimensions, imageDimensions } from "../../shared/documents/image-dimensions"
import { type PictureFormat, pictureFormats, type Refused, type SourceFormat } from "./conversion"

/** A picture of a size that can be unpacked, or another format. `dimensions`: pixels as stored. */
export type Looked =
  | { format: PictureFormat; dimensions: Dimensions; animated: boolean; notes: boolean }
  | { format: Exclude<SourceFormat, PictureFormat> }

const sourceFormats: readonly SourceFormat[] = [...acceptedFormats, ...pictureFormats]

/** What a file is by its bytes, before it is unpacked: a small file must not fill the memory. Total. */
export async function lookAt(file: Blob): Promise<Looked | Refused> {
  if (file.size === 0) return { refusal: "file-empty" }
  if (file.size > maxReadBytes) return { refusal: "file-too-large" }
  const sample = await sampleFrom(file)
  const format = sourceFormats.find((it) => it === kindOf(sample))
  if (format === undefined) return { refusal: "file-kind" }
  if (!isPicture(format)) return { format }
  const dimensions = await dimensionsOf(format, sample, file)
  if (dimensions === null || isCut(format, sample, dimensions)) return { refusal: "image-damaged" }
  if (isAbsurd(dimensions)) return { refusal: "image-too-large" }
  return { format, dimensions, animated: isAnimated(format, sample), notes: saysMore(sample) }
}

export function isPicture(format: SourceFormat): format is PictureFormat {
  return (pictureFormats as readonly string[]).includes(format)
}

async function sampleFrom(file: Blob): Promise<FileSample> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  const tail = new Uint8Array(await file.slice(Math.max(0, file.size - tailBytes)).arrayBuffer())
  return { name: "", size: file.size, head, tail }
}

/** Some cameras put so much before the size that the usual sample does not hold it. */
async function dimensionsOf(
  format: PictureFormat,
  sample: FileSample,
  file: Blob,
): Promise<Dimensions | null> {
  const usual = imageDimensions(format, sample)
  if (usual !== null || file.size <= headBytes) return usual
  return imageDimensions(format, { ...sample, head: new Uint8Array(await file.arrayBuffer()) })
}

const isAbsurd = ({ width, height }: Dimensions) =>
  width * height > maxPixels || width > maxSide || height > maxSide

/** The parts in which PNG, WebP, HEIC and AVIF say who made a picture, when and where. */
function saysMore({ head, tail }: FileSample): boolean {
  return [head, tail].some((part) => /eXIf|[it]EXt|zTXt|iTXt|EXIF|XMP |Exif/.test(asText(part)))
}
