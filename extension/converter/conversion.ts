import type { AcceptedFormat } from "../../shared/documents/accepted"
import { convertibleKinds } from "../../shared/documents/file-kinds"

/** What a file is by its bytes: the portal's formats, and the pictures that can be turned into one of them. */
export const pictureFormats = ["jpeg", ...convertibleKinds] as const
export type PictureFormat = (typeof pictureFormats)[number]
export type SourceFormat = AcceptedFormat | PictureFormat

/** Why a file was not inspected, converted or shrunk: one closed list, each with its sentence (`convert_refusal_…`). */
export const convertRefusals = [
  "file-empty",
  /** Above what is opened at all (`maxReadBytes`). */
  "file-too-large",
  /** Neither a format that the portal takes nor a picture: `examineFile` says what it is. */
  "file-kind",
  /** TIFF, RTF and TXT go as they are; a PDF is not made into a picture. */
  "not-converted",
  /** A picture that says it is of a size that no document has: refused before it is unpacked. */
  "image-too-large",
  "image-damaged",
  /** HEIC (or AVIF) where this browser can't decode it. */
  "heic-unreadable",
  /** A part of it would fill the memory when it is unpacked. */
  "pdf-bomb",
  "pdf-encrypted",
  "pdf-damaged",
  /** Opens without a password, but its author forbade changes: it is not rewritten. */
  "pdf-restricted",
  /** Rewriting would break its electronic signature. */
  "pdf-signed",
  "too-many-files",
  /** Even at the legible minimum it is larger than the portal takes; `floorBytes` says how large it would be. */
  "cannot-fit",
  "cancelled",
  "too-long",
  /** The worker died; the next request gets a new one. */
  "worker-lost",
  "failed",
] as const
export type ConvertRefusal = (typeof convertRefusals)[number]

/** `file`: which of several files, from 0. `floorBytes`: with `cannot-fit`, the size at the legible minimum. */
export type Refused = { refusal: ConvertRefusal; file?: number; floorBytes?: number }

/** What was done to a file, for the person to see before they use it: each with its sentence (`convert_did_…`). */
export type Done =
  | { did: "converted"; from: SourceFormat }
  /** Turned upright as the camera noted. */
  | { did: "rotated" }
  /** Place, device, dates, author: what the file said beside the picture. */
  | { did: "metadata-removed" }
  /** `dpi`: of a page (a picture counts as one A4 page); `quality`: of JPEG, 0 to 1. */
  | { did: "shrunk"; dpi: number; quality: number }
  /** An animation: its first picture alone was taken. */
  | { did: "first-frame" }
  /** So many pages without text were made into one picture each. */
  | { did: "rasterised"; pages: number }
export const doneNames = [
  "converted",
  "rotated",
  "metadata-removed",
  "shrunk",
  "first-frame",
  "rasterised",
] as const satisfies readonly Done["did"][]

/** What was made: `pages` is 1 for a JPEG. `done` is empty where nothing had to be changed and the file is as it was. */
export type Conversion = { blob: Blob; format: "jpeg" | "pdf"; pages: number; done: readonly Done[] }

/** `width`, `height`: pixels of a picture as it is shown upright; points of the first page of a PDF. */
export type Inspection = {
  format: SourceFormat
  bytes: number
  /** Null where the format is not looked into (TXT, RTF, TIFF). */
  pages: number | null
  dimensions: { width: number; height: number } | null
  /** First page or picture, at most 160 pixels on its longer side. */
  thumbnail: Blob | null
  picture: PictureFacts | null
  pdf: PdfFacts | null
  /** The distinct INS datamatrices on it (of a PDF: its first pages), GS kept: read them with `parseInsDatamatrix`. */
  insTexts: readonly string[]
}

export type PictureFacts = {
  /** It says more than the picture: device, dates, author; `place`: where it was taken too. */
  metadata: boolean
  place: boolean
  /** The camera noted that it must be turned to be upright. */
  turned: boolean
  animated: boolean
}

export type PdfFacts = {
  /** Of the first pages, bounded; `textWhole`: nothing was left out. Empty for a scan. */
  text: string
  textWhole: boolean
  /** From the file's own metadata; ISO days, null where there is none or it is no date. */
  title: string | null
  created: string | null
  modified: string | null
  restricted: boolean
  signed: boolean
}

/** Pages (or pictures) done and to do. A second look at all pages begins at 1 again. */
export type ConvertProgress = { page: number; pages: number }

/** `page`: the pictures of a PDF stand on A4 pages (upright or across), or each on a page of its own size. */
export type ConvertOptions = { page?: "a4" | "picture" }

/** What the page asks of the worker. */
export type ConverterTask =
  /** `side`: pixels of the picture of it on its longer side. */
  | { task: "inspect"; file: Blob; name: string; side?: number | undefined }
  | { task: "convert"; files: readonly Blob[]; to: "jpeg" | "pdf"; options: ConvertOptions }
  | { task: "shrink"; file: Blob }

export type ConverterRequest = { ask: "do"; task: ConverterTask } | { ask: "cancel" }

export type ConverterReply =
  /** The worker runs and holds the lock of this name, which the browser frees when the worker dies. */
  | { reply: "ready"; lock: string }
  | { reply: "progress"; progress: ConvertProgress }
  | { reply: "done"; answer: Inspection | Conversion | Refused }
