/**
 * How far a picture of a page may be reduced. One place for the numbers and why they are so:
 *
 * - 130 dots per inch on A4 (1,075 × 1,520 pixels): the small print of a prescription or a lab report, 8 points, has
 *   lower-case letters 7 pixels high there, which is what screens show small print with. With fewer, digits begin to look
 *   alike, and a misread dose is worse than a second file.
 * - JPEG quality 0.5: below, the blocks of 8 × 8 pixels are as large as those letters and blur their thin strokes, the
 *   decimal comma first. At both minima a page with the grain of a scanner is still read without effort.
 *
 * The steps go down in both at once, because text stays legible longest that way: first what nobody sees, then less.
 */
export type Step = {
  /** Dots per inch of a page; `Infinity` leaves the pixels as they are. A picture is never enlarged. */
  dpi: number
  quality: number
}

export const steps: readonly Step[] = [
  { dpi: Number.POSITIVE_INFINITY, quality: 0.92 },
  { dpi: Number.POSITIVE_INFINITY, quality: 0.85 },
  { dpi: 300, quality: 0.8 },
  { dpi: 250, quality: 0.8 },
  { dpi: 220, quality: 0.75 },
  { dpi: 200, quality: 0.75 },
  { dpi: 170, quality: 0.7 },
  { dpi: 150, quality: 0.7 },
  { dpi: 150, quality: 0.6 },
  { dpi: 130, quality: 0.6 },
  { dpi: 130, quality: 0.5 },
]

/** Inches of an A4 page. */
const a4 = { short: 210 / 25.4, long: 297 / 25.4 }

type Size = { width: number; height: number }

/**
 * Dots per inch of a photo of a page: the page lies within the picture, so that it has as many at most, whichever side
 * is the tight one.
 */
export function dpiOfPhoto({ width, height }: Size): number {
  return Math.min(Math.min(width, height) / a4.short, Math.max(width, height) / a4.long)
}

/** Dots per inch of a picture on a page of so many points: it lies within the page, so that it has as many at least. */
export function dpiOnPage({ width, height }: Size, page: Size): number {
  const [short, long] = [Math.min(page.width, page.height) / 72, Math.max(page.width, page.height) / 72]
  return Math.max(Math.min(width, height) / short, Math.max(width, height) / long)
}

/** The size in pixels of a picture of `dpi` at a step; never enlarged. */
export function sizeAt({ width, height }: Size, dpi: number, step: Step): Size {
  const scale = Math.min(1, step.dpi / dpi)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Bytes of a JPEG by quality, as parts of those at 0.92: rough, since a wrong guess costs one more try and no more. */
const weights: readonly [quality: number, weight: number][] = [
  [0.92, 1],
  [0.85, 0.7],
  [0.8, 0.58],
  [0.75, 0.5],
  [0.7, 0.45],
  [0.6, 0.37],
  [0.5, 0.31],
]

/** How many bytes a picture of `dpi` has at a step, beside itself at the first step: 0 to 1. */
export function weightOf(dpi: number, step: Step): number {
  const scale = Math.min(1, step.dpi / dpi)
  const weight = weights.find(([quality]) => quality <= step.quality)?.[1] ?? 0.31
  return scale * scale * weight
}
