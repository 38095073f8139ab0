/**
 * The formats that the portal takes, by what the bytes are; seven endings stand for them: jpeg, jpg, txt, pdf, rtf,
 * tif, tiff (Fiche DMP, « Alimenter », step 8).
 */
export const acceptedFormats = ["jpeg", "pdf", "txt", "rtf", "tiff"] as const
export type AcceptedFormat = (typeof acceptedFormats)[number]
export const acceptedEndings = ["jpeg", "jpg", "txt", "pdf", "rtf", "tif", "tiff"] as const

/** The endings of each format; the first is written where a name has none of them. */
export const endingsOfFormat: Record<AcceptedFormat, readonly (typeof acceptedEndings)[number][]> = {
  jpeg: ["jpg", "jpeg"],
  pdf: ["pdf"],
  txt: ["txt"],
  rtf: ["rtf"],
  tiff: ["tif", "tiff"],
}

/** « Taille maximum : 5 Mo », taken in its stricter sense. */
export const maxFileBytes = 5_000_000

/** Larger files are not read at all, not even to be shrunk. */
export const maxReadBytes = 50_000_000

/** A scan of one page at 600 dpi has 35 million pixels; a camera picture 50. Above, it is no document. */
export const maxPixels = 60_000_000

/** Longer sides can't be drawn: the canvas of both browsers ends at 32,767 pixels a side. */
export const maxSide = 32_767
