import type { FileKind } from "./file-kinds"

/** What is wrong with a file, each with its sentence in the locales (`file_…`). */
export const fileProblems = [
  "empty",
  /** A text of nothing but spaces. */
  "blank-text",
  /** Longer than is read at all. */
  "too-large-to-read",
  "unknown-format",
  /** Called a text, and its bytes are none. */
  "not-text",
  "program",
  "archive",
  "office-document",
  "web-page",
  "structured-document",
  "dicom",
  "film-or-sound",
  "picture-unknown",
  /** Cut, or its parts contradict each other. */
  "damaged",
  "no-pages",
  /** Would become enormous when it is opened. */
  "bomb",
  "image-dimensions",
  /** Two formats at once, so that two programs show two things. */
  "two-formats",
  /** An RTF with an object of another program inside. */
  "embedded-object",
  /** An image that a browser can turn into an accepted one. */
  "to-convert",
  /** Over the portal's limit. */
  "too-large",
  "mislabelled",
  "double-extension",
  "misleading-name",
  "animated",
  /** Only opening it tells whether it asks for a password, or forbids changes alone. */
  "encrypted",
  "active-content",
  "attached-files",
  "dynamic-form",
  "many-pages",
  "text-encoding",
  "big-tiff",
] as const
export type FileProblem = (typeof fileProblems)[number]

/** `stops`: it can't be filed. `converts`: it can once it was converted or shrunk. `warns`: it can as it is. */
export type FileSeverity = "stops" | "converts" | "warns"
export type FoundProblem = { problem: FileProblem; severity: FileSeverity }

const warnings: readonly FileProblem[] = [
  "mislabelled",
  "double-extension",
  "misleading-name",
  "animated",
  /** Only opening it tells whether it asks for a password, or forbids changes alone. */
  "encrypted",
  "active-content",
  "attached-files",
  "dynamic-form",
  "many-pages",
  "text-encoding",
  "big-tiff",
]

/** The kinds that can be drawn anew, which makes them smaller and leaves behind what they carried. */
const redrawn: readonly FileKind[] = ["jpeg", "pdf", "png", "webp", "bmp", "gif", "heic", "avif"]

export function severityOf(problem: FileProblem, kind: FileKind): FileSeverity {
  if (warnings.includes(problem)) return "warns"
  if (problem === "to-convert") return "converts"
  const byDrawing = problem === "too-large" || (problem === "two-formats" && kind !== "pdf")
  return byDrawing && redrawn.includes(kind) ? "converts" : "stops"
}

/** The problem that a kind is by itself; kinds that are fine have none. */
export const problemOfKind: Partial<Record<FileKind, FileProblem>> = {
  empty: "empty",
  unknown: "unknown-format",
  program: "program",
  archive: "archive",
  office: "office-document",
  html: "web-page",
  svg: "web-page",
  xml: "structured-document",
  dicom: "dicom",
  media: "film-or-sound",
  picture: "picture-unknown",
  png: "to-convert",
  webp: "to-convert",
  bmp: "to-convert",
  gif: "to-convert",
  heic: "to-convert",
  avif: "to-convert",
}
