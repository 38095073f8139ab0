/**
 * Why a document gave no INS datamatrix: one closed list, each with its sentence in the locales (`decoder_…`).
 */
export const decodeRefusals = [
  "file-empty",
  "file-too-large",
  /** The bytes are no PDF and no image that browsers read. */
  "file-kind",
  "image-too-large",
  "image-damaged",
  "pdf-encrypted",
  "pdf-damaged",
  /** Nothing in the pages looked at, and there are more. */
  "not-in-first-pages",
  "no-datamatrix",
  /** Two different INS datamatrices: whose document it is can't be told. */
  "several",
  "cancelled",
  "failed",
] as const
export type DecodeRefusal = (typeof decodeRefusals)[number]

/** The text of the one INS datamatrix of a document, GS kept as it is, or why there is none. */
export type Decoded = { text: string } | { refusal: DecodeRefusal }

/** Pages of a PDF done and to do. */
export type DecodeProgress = { page: number; pages: number }

/** What the page asks of the decoder's worker: a document, or one frame of a camera. */
export type DecoderRequest = { ask: "file"; file: Blob } | { ask: "frame"; frame: ImageBitmap }

export type DecoderReply =
  /** Once, when the worker runs. */
  { reply: "ready" } | { reply: "progress"; progress: DecodeProgress } | { reply: "done"; decoded: Decoded }
