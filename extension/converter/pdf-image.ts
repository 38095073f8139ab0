import { PDFArray, type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib"
import { drawn, jpegOf } from "./draw"
import { drawAlone } from "./draw-alone"
import type { Piece, Shrinkable } from "./fit"
import { readJpeg } from "./jpeg"
import { dpiOnPage, type Step, sizeAt, steps } from "./legible"
import { numberOf, type PlacedPicture, placedPictures } from "./pdf-pages"

/** A picture of a PDF that can be put back in another form. `bytes`: as it came. */
export type PdfPicture = Shrinkable & {
  readonly bytes: number
  /** `step`: the one that the piece was made for. */
  put(piece: Piece, step: Step): Promise<void>
}

/** A picture inside a PDF, packed in whatever way. `bare`: itself without what it says beside, where it is a JPEG. */
export class PdfImage implements PdfPicture {
  readonly dpi: number
  readonly bytes: number
  private readonly size: { width: number; height: number }
  private unpacked: ImageBitmap | null = null

  constructor(
    private readonly pdf: PDFDocument,
    private readonly placed: PlacedPicture,
    private readonly bare: Uint8Array | null,
  ) {
    const { dict, contents } = placed.stream
    this.size = { width: numberOf(dict, "Width"), height: numberOf(dict, "Height") }
    this.dpi = dpiOnPage(this.size, placed.page)
    this.bytes = contents.length
  }

  get isJpeg(): boolean {
    return this.bare !== null
  }

  get ref() {
    return this.placed.ref
  }

  async at(step: Step): Promise<Piece> {
    if (step === steps[0]) return { size: this.bare?.length ?? this.bytes, jpeg: this.bare }
    const jpeg = await jpegOf(drawn(await this.bitmap(), sizeAt(this.size, this.dpi, step)), step.quality)
    return { size: jpeg.length, jpeg }
  }

  async put({ jpeg }: Piece, step: Step): Promise<void> {
    if (jpeg === null) return
    const { dict } = this.placed.stream
    if (jpeg !== this.bare) {
      const { width, height } = sizeAt(this.size, this.dpi, step)
      dict.set(PDFName.of("Width"), PDFNumber.of(width))
      dict.set(PDFName.of("Height"), PDFNumber.of(height))
      dict.set(PDFName.of("BitsPerComponent"), PDFNumber.of(8))
      dict.set(PDFName.of("Filter"), PDFName.of("DCTDecode"))
      for (const key of ["Decode", "DecodeParms"]) dict.delete(PDFName.of(key))
      // What browsers write has three colours; a JPEG that had them keeps its own meaning of them.
      if (!this.isJpeg || componentsOf(dict) !== 3)
        dict.set(PDFName.of("ColorSpace"), PDFName.of("DeviceRGB"))
    }
    this.pdf.context.assign(this.ref, PDFRawStream.of(dict, jpeg))
  }

  release(): void {
    this.unpacked?.close()
    this.unpacked = null
  }

  private async bitmap(): Promise<ImageBitmap> {
    this.unpacked ??= await (this.bare ? asViewersShow(this.bare) : drawAlone(this.placed.stream, this.size))
    return this.unpacked
  }
}

/** As viewers of PDF show a JPEG: not turned as its EXIF says, its own profile not applied. */
function asViewersShow(bare: Uint8Array): Promise<ImageBitmap> {
  const jpeg = new Blob([bare as BlobPart], { type: "image/jpeg" })
  return createImageBitmap(jpeg, { colorSpaceConversion: "none" })
}

/** Bytes of a picture that is worth the trouble: a logo is not. */
const worthwhile = 20_000

/** The pictures of a PDF that can be written anew without changing what they show. */
export function imagesOf(pdf: PDFDocument): PdfImage[] {
  return placedPictures(pdf).flatMap((placed) => {
    const { dict, contents } = placed.stream
    if (contents.length < worthwhile || isStencil(dict)) return []
    const bare = isPlainJpeg(dict) ? (readJpeg(contents)?.bare ?? null) : null
    return [new PdfImage(pdf, placed, bare)]
  })
}

/**
 * A shape to paint through, or a picture of which one colour is left out: JPEG blurs both. Or one that is mixed with its
 * transparency already, dot by dot (`Matte`).
 */
function isStencil(dict: PDFDict): boolean {
  const alpha = dict.lookup(PDFName.of("SMask"))
  const mixed = alpha instanceof PDFRawStream && alpha.dict.lookup(PDFName.of("Matte")) !== undefined
  const oneColour = dict.lookup(PDFName.of("Mask")) instanceof PDFArray
  return dict.lookup(PDFName.of("ImageMask")) !== undefined || oneColour || mixed
}

/** JPEG alone, in grey or three colours, without rules of its own: browsers show it as viewers of PDF do. */
function isPlainJpeg(dict: PDFDict): boolean {
  const filter = dict.lookup(PDFName.of("Filter"))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  const own = ["Decode", "DecodeParms"].some((key) => dict.lookup(PDFName.of(key)) !== undefined)
  return only === PDFName.of("DCTDecode") && !own && componentsOf(dict) !== null
}

/** Colours of a picture: 1, 3, or null for others. */
function componentsOf(dict: PDFDict): 1 | 3 | null {
  const space = dict.lookup(PDFName.of("ColorSpace"))
  const name = space instanceof PDFArray ? space.lookup(0) : space
  if (name === PDFName.of("DeviceRGB") || name === PDFName.of("CalRGB")) return 3
  if (name === PDFName.of("DeviceGray") || name === PDFName.of("CalGray")) return 1
  if (name !== PDFName.of("ICCBased") || !(space instanceof PDFArray)) return null
  const profile = space.lookup(1)
  const components = profile instanceof PDFRawStream ? numberOf(profile.dict, "N") : 0
  return components === 1 || components === 3 ? components : null
}
