import { asText, type FileSample } from "./file-sample"

/**
 * What the bytes of a PDF tell without unpacking it (ISO 32000-1): most of it may hide in compressed parts, so that
 * nothing found is no proof; the reading of the whole file says more. Only the sample is looked at.
 */
export type PdfMarks = {
  encrypted: boolean
  /** JavaScript, or an action that starts a program or sends a form. */
  active: boolean
  /** Other files inside. */
  attached: boolean
  /** A form that only its maker's program shows (XFA); other readers show « Please wait… ». */
  dynamic: boolean
  /** A stream packed several times over, as bombs are: no program that makes documents does it. */
  packedOften: boolean
  /** No end of a PDF in the last part of the file. */
  cut: boolean
  /** The largest number of pages that a page tree gives, or null where none is to be seen. */
  pages: number | null
}

/** Total; linear in the sample. */
export function pdfMarks({ head, tail, size }: FileSample): PdfMarks {
  const whole = head.length >= size
  // No mark of two or three letters is looked for (`/JS`): packed bytes would hold one by chance.
  const text = plainNames(whole ? asText(head) : `${asText(head)}\n${asText(tail)}`)
  return {
    encrypted: /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text),
    active: /\/(?:JavaScript|Launch|SubmitForm|ImportData)(?![\w-])/.test(text),
    attached: /\/(?:EmbeddedFiles?|Filespec)(?!\w)/.test(text),
    dynamic: /\/XFA(?!\w)/.test(text),
    packedOften: /\/Filter\s*\[\s*(?:\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\s*){3}/.test(text),
    cut: !/%%EOF/.test(asText(tail)) && !/startxref\s+\d+/.test(asText(tail)),
    pages: pageCount(text),
  }
}

/** `/J#61vaScript` is `/JavaScript` (ISO 32000-1 §7.3.5). */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function pageCount(text: string): number | null {
  const trees = text.split("endobj").filter((object) => /\/Type\s*\/Pages(?!\w)/.test(object))
  const counts = trees.flatMap((object) => /\/Count\s+(\d{1,9})/.exec(object)?.[1] ?? [])
  return counts.length === 0 ? null : Math.max(...counts.map(Number))
}
