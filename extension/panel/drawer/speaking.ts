import { whoseDocument } from "../../../shared/documents/other-patient"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import type { Traits } from "../../../shared/identity/traits"
import type { Inspection } from "../../converter/conversion"
import type { Converter } from "../../converter/converter"
import type { Drawer } from "../../drawer/drawer"
import { today } from "../../messages/today"

/** What a document says in words and in datamatrices: of a PDF its first pages, of a text its beginning. */
export type Speaking = { text: string; insTexts: readonly string[] }

/** So much of a text file is looked at. Bytes. */
const textBytes = 40_000

export async function speakingOf(file: Blob, { format, pdf, insTexts }: Inspection): Promise<Speaking> {
  if (format === "txt") return { text: await readText(file.slice(0, textBytes)), insTexts }
  return { text: pdf?.text ?? "", insTexts }
}

/** A text as UTF-8, or as the Windows of a practice writes it. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.slice(0, textBytes).arrayBuffer()
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** What a document of the drawer says; null where it can't be read. A text that the person wrote speaks for itself. */
export async function inspectedSpeaking(
  { id, content }: PreparedDocument,
  drawer: Drawer,
  converter: Converter,
): Promise<Speaking | null> {
  if (content.kind === "text") return { text: content.text, insTexts: [] }
  const file = await drawer.file(id)
  if (!file.ok) return null
  const inspection = await converter.inspect(file.value, content.name)
  return "refusal" in inspection ? null : speakingOf(file.value, inspection)
}

/** What it says of somebody else than the patient, to be answered by a person; null where it says nothing such. */
export function otherPatientIn(
  { text, insTexts }: Speaking,
  patient: Traits,
): PreparedDocument["otherPatient"] {
  const { marks } = whoseDocument({ text, datamatrices: insTexts }, patient, today())
  return marks.length > 0 ? { marks, answered: false } : null
}
