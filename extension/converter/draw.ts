type Size = { width: number; height: number }

export type Drawing = OffscreenCanvasRenderingContext2D

/**
 * A picture in another size, on white: what is transparent would turn black as JPEG. Halved step by step where it gets
 * much smaller, because browsers skip pixels otherwise, and thin strokes with them.
 */
export function drawn(picture: ImageBitmap | OffscreenCanvas, size: Size): Drawing {
  let source: ImageBitmap | OffscreenCanvas = picture
  while (source.width > 2 * size.width && source.height > 2 * size.height) {
    source = onWhite(source, {
      width: Math.ceil(source.width / 2),
      height: Math.ceil(source.height / 2),
    }).canvas
  }
  return onWhite(source, size)
}

function onWhite(picture: ImageBitmap | OffscreenCanvas, { width, height }: Size): Drawing {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
  if (!context) throw new Error("no canvas")
  context.imageSmoothingQuality = "high"
  context.fillStyle = "white"
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  return context
}

/** `quality`: 0 to 1. What the browser writes holds the picture and nothing else. */
export async function jpegOf({ canvas }: Drawing, quality: number): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality })
  return new Uint8Array(await blob.arrayBuffer())
}

/** The size within a square of `side` pixels; never enlarged. */
export function within({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The size with at most so many pixels. */
export function withPixels({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
