/** Pictures of one PDF: twice the pages of a long letter; all of them together stay in memory as they came. */
export const maxFiles = 50
export const maxTotalBytes = 200_000_000

/** Pixels on the longer side: enough to tell a prescription from a letter in a list. */
export const thumbnailSide = 160

/** Text of a PDF that is looked at for names, dates and kinds of documents: a letter's head and first lines hold them. */
export const textPages = 5
export const maxTextLength = 40_000

/** Pages looked at for an INS datamatrix while files are taken in: it stands on the first, or behind a cover page. */
export const codePages = 2
/** Dots per inch: what a code of 1 cm needs. */
export const codeResolution = 200
/** Pixels of a page or picture while it is looked at for codes. */
export const maxLookPixels = 9_000_000

/** Pixels of a page made into a picture: A3 at 300 dpi. */
export const maxPagePixels = 18_000_000
