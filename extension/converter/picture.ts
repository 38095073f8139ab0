import type { PictureFacts, PictureFormat, Refused } from "./conversion"
import { drawn, jpegOf } from "./draw"
import type { Piece, Shrinkable } from "./fit"
import { readJpeg } from "./jpeg"
import { dpiOfPhoto, type Step, sizeAt, steps } from "./legible"
import type { Looked } from "./looked-at"

type Size = { width: number; height: number }
type LookedPicture = Extract<Looked, { format: PictureFormat }>

/** A sound picture, unpacked when it is needed, shown upright. */
export class Picture implements Shrinkable {
  private unpacked: ImageBitmap | null = null

  private constructor(
    readonly format: PictureFormat,
    readonly facts: PictureFacts,
    readonly size: Size,
    /** The file itself without what it says beside the picture, where it is an upright JPEG. */
    private readonly asItCame: Uint8Array | null,
    private readonly file: Blob,
  ) {}

  /** Opens and unpacks it once, which shows whether it is sound; `release` gives that memory back. */
  static async open(file: Blob, looked: LookedPicture): Promise<Picture | Refused> {
    const { format, animated } = looked
    const jpeg = format === "jpeg" ? readJpeg(new Uint8Array(await file.arrayBuffer())) : null
    if (format === "jpeg" && jpeg?.bare == null) return { refusal: "image-damaged" }
    const bitmap = await unpack(file, format)
    if (bitmap === null) return { refusal: isRare(format) ? "heic-unreadable" : "image-damaged" }
    const turned = (jpeg?.facts.orientation ?? 1) !== 1
    const facts: PictureFacts = {
      metadata: jpeg?.facts.metadata ?? looked.notes,
      place: jpeg?.facts.place ?? false,
      turned,
      animated,
    }
    const size = { width: bitmap.width, height: bitmap.height }
    const picture = new Picture(format, facts, size, turned ? null : (jpeg?.bare ?? null), file)
    picture.unpacked = bitmap
    return picture
  }

  get dpi(): number {
    return dpiOfPhoto(this.size)
  }

  async at(step: Step): Promise<Piece> {
    const jpeg =
      step === steps[0] && this.asItCame
        ? this.asItCame
        : await jpegOf(drawn(await this.bitmap(), sizeAt(this.size, this.dpi, step)), step.quality)
    return { size: jpeg.length, jpeg }
  }

  async bitmap(): Promise<ImageBitmap> {
    this.unpacked ??= await unpack(this.file, this.format)
    if (this.unpacked === null) throw new Error("a picture that could be unpacked before")
    return this.unpacked
  }

  release(): void {
    this.unpacked?.close()
    this.unpacked = null
  }
}

/** By its bytes, whatever type the name gave it; turned as its EXIF says. Null where the browser can't. */
async function unpack(file: Blob, format: PictureFormat): Promise<ImageBitmap | null> {
  const named = file.slice(0, file.size, `image/${format}`)
  try {
    return await createImageBitmap(named, { imageOrientation: "from-image" })
  } catch {
    return null
  }
}

/** Formats that not every browser knows. */
const isRare = (format: PictureFormat) => format === "heic" || format === "avif"
