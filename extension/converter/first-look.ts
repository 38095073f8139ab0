import { type Drawing, drawn, jpegOf, within } from "./draw"

/** A small picture of a page or a picture, `side` pixels on its longer side. */
export async function thumbnailOf({ canvas }: Drawing, side: number): Promise<Blob> {
  const small = drawn(canvas, within(canvas, side))
  return new Blob([(await jpegOf(small, 0.8)) as BlobPart], { type: "image/jpeg" })
}

/** The distinct INS datamatrices of some pages. */
export async function insTextsIn(drawings: readonly Drawing[]): Promise<string[]> {
  const { readCodes } = await import("../decoder/read-codes")
  const { insTexts } = await import("../decoder/one-ins-text")
  const texts: string[] = []
  for (const drawing of drawings) {
    const { width, height } = drawing.canvas
    texts.push(...(await readCodes(drawing.getImageData(0, 0, width, height), "usual")))
  }
  return insTexts(texts)
}
