import { readCodes } from "./read-codes"

/** Larger pictures are first looked at in this size, which is enough for most codes and four times as fast. */
const firstPixels = 9_000_000

/** The texts in an image that is already unpacked: at a modest size first, then closely and as it is. */
export async function readBitmap(bitmap: ImageBitmap): Promise<string[]> {
  const { width, height } = bitmap
  const scale = Math.min(1, Math.sqrt(firstPixels / (width * height)))
  const first = await readCodes(drawn(bitmap, scale), "usual")
  return first.length > 0 ? first : readCodes(drawn(bitmap, 1), "close")
}

/** One frame of a camera: quick, since the next one comes at once. */
export async function readFrame(frame: ImageBitmap): Promise<string[]> {
  return readCodes(drawn(frame, 1), "usual")
}

function drawn(bitmap: ImageBitmap, scale: number): ImageData {
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
  if (!context) throw new Error("no canvas")
  // A transparent image would turn black, code and all.
  context.fillStyle = "white"
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
