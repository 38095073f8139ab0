/**
 * The formats that the portal takes, by what the bytes are; seven endings stand for them: jpeg, jpg, txt, pdf, rtf,
 * tif, tiff (Fiche DMP, « Alimenter », step 8).
 */
export const acceptedFormats = ["jpeg", "pdf", "txt", "rtf", "tiff"] as const
export type AcceptedFormat = (typeof acceptedFormats)[number]
export const acceptedEndings = ["jpeg", "jpg", "txt", "pdf", "rtf", "tif", "tiff"] as const

/** « Taille maximum : 5 Mo », taken in its stricter sense. */
export const maxFileBytes = 5_000_000
