import {
  type AcceptedFormat,
  acceptedFormats,
  maxFileBytes,
  maxPixels,
  maxReadBytes,
  maxSide,
} from "./accepted"
import { isAnimated, isCut } from "./file-damage"
import { kindOf, pdfMarkAt } from "./file-kind"
import type { FileKind } from "./file-kinds"
import { endingAgrees, endingOf, endingsOf, hidesCharacters } from "./file-name"
import { type FileProblem, type FoundProblem, problemOfKind, severityOf } from "./file-problems"
import { asText, type FileSample } from "./file-sample"
import { type Dimensions, imageDimensions } from "./image-dimensions"
import { type PdfMarks, pdfMarks } from "./pdf-marks"
import { isBlankText, type TextEncoding, textEncoding } from "./text-encoding"
import { readTiff } from "./tiff-pages"

/**
 * What a file is and what is wrong with it, before the portal is asked. `format`: the accepted one that its bytes are,
 * or null. `problems`: those that stop it first.
 */
export type ExaminedFile = {
  kind: FileKind
  format: AcceptedFormat | null
  dimensions: Dimensions | null
  /** Of a text; null for all else. */
  encoding: TextEncoding | null
  problems: readonly FoundProblem[]
}

/** A document of more pages is rather a whole record. */
const manyPages = 300

/** Total: any bytes and any name give an answer. It looks at the sample alone, and unpacks nothing. */
export function examineFile(sample: FileSample): ExaminedFile {
  const kind = kindOf(sample)
  const dimensions = imageDimensions(kind, sample)
  const encoding = kind === "txt" ? textEncoding(sample) : null
  const found = new Set<FileProblem>([
    ...problemsOfSize(sample, kind),
    ...problemsOfContent(sample, kind, dimensions, encoding),
    ...problemsOfName(sample.name, kind),
  ])
  const problems = [...found].map((problem) => ({ problem, severity: severityOf(problem, kind) }))
  return {
    kind,
    format: acceptedFormats.find((it) => it === kind) ?? null,
    dimensions,
    encoding,
    problems: bySeverity(problems),
  }
}

/** Whether nothing but a conversion stands between the file and the portal. */
export const worstSeverity = ({ problems }: ExaminedFile) => problems[0]?.severity ?? null

function bySeverity(problems: FoundProblem[]): FoundProblem[] {
  const order = ["stops", "converts", "warns"]
  return problems.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}

function problemsOfSize({ size }: FileSample, kind: FileKind): FileProblem[] {
  if (kind === "empty") return []
  if (size > maxReadBytes) return ["too-large-to-read"]
  return size > maxFileBytes ? ["too-large"] : []
}

function problemsOfContent(
  sample: FileSample,
  kind: FileKind,
  dimensions: Dimensions | null,
  encoding: TextEncoding | null,
): FileProblem[] {
  const notText = kind === "unknown" && endingOf(sample.name) === "txt"
  const own = notText ? "not-text" : problemOfKind[kind]
  return [
    ...(own ? [own] : []),
    ...(isCut(kind, sample, dimensions) ? (["damaged"] as const) : []),
    ...(dimensions && isAbsurd(dimensions) ? (["image-dimensions"] as const) : []),
    ...(isTwoFormats(sample, kind) ? (["two-formats"] as const) : []),
    ...(isAnimated(kind, sample) ? (["animated"] as const) : []),
    ...(kind === "pdf" ? problemsOfPdf(pdfMarks(sample)) : []),
    ...(kind === "rtf" && hasObject(sample) ? (["embedded-object"] as const) : []),
    ...(kind === "tiff" && readTiff(sample).big ? (["big-tiff"] as const) : []),
    ...(encoding && isBlankText(sample, encoding) ? (["blank-text"] as const) : []),
    ...(encoding && encoding !== "utf-8" ? (["text-encoding"] as const) : []),
  ]
}

const isAbsurd = ({ width, height }: Dimensions) =>
  width * height > maxPixels || width > maxSide || height > maxSide

function problemsOfPdf(marks: PdfMarks): FileProblem[] {
  return [
    ...(marks.encrypted ? (["encrypted"] as const) : []),
    ...(marks.cut ? (["damaged"] as const) : []),
    ...(marks.pages === 0 ? (["no-pages"] as const) : []),
    ...(marks.packedOften ? (["bomb"] as const) : []),
    ...(marks.active ? (["active-content"] as const) : []),
    ...(marks.attached ? (["attached-files"] as const) : []),
    ...(marks.dynamic ? (["dynamic-form"] as const) : []),
    ...((marks.pages ?? 0) > manyPages ? (["many-pages"] as const) : []),
  ]
}

/** Pictures in an RTF are `\pict`; an object is another program's, and may be anything. */
const hasObject = ({ head, tail }: FileSample) =>
  [head, tail].some((part) => /\\(?:object|objdata|objemb|objocx)(?![a-z])/i.test(asText(part)))

/** The mark of a PDF behind another beginning, or the end of a ZIP archive behind anything that is none. */
function isTwoFormats({ head, tail }: FileSample, kind: FileKind): boolean {
  if (kind === "empty" || kind === "archive" || kind === "office") return false
  const pdfAt = pdfMarkAt(head)
  const before = pdfAt > 0 ? asText(head, 0, pdfAt) : ""
  const hiddenPdf = pdfAt >= 0 && !["pdf", "txt", "html", "xml"].includes(kind)
  const strangeStart = kind === "pdf" && /<(?:html|script|svg|!doctype)|MZ|^PK/i.test(before)
  return hiddenPdf || strangeStart || endsAsZip(tail)
}

/** The end of an archive is the end of the file: in the middle it is another file's, joined to a PDF. */
function endsAsZip(tail: Uint8Array): boolean {
  const at = asText(tail).lastIndexOf("PK\u0005\u0006")
  return at >= 0 && at + 22 + (tail[at + 20] ?? 0) + ((tail[at + 21] ?? 0) << 8) === tail.length
}

function problemsOfName(name: string, kind: FileKind): FileProblem[] {
  return [
    ...(kind !== "empty" && kind !== "unknown" && !endingAgrees(name, kind)
      ? (["mislabelled"] as const)
      : []),
    ...(endingsOf(name).length > 1 ? (["double-extension"] as const) : []),
    ...(hidesCharacters(name) ? (["misleading-name"] as const) : []),
  ]
}
