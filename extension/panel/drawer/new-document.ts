import type { AcceptedFormat } from "../../../shared/documents/accepted"
import { fileNameFor } from "../../../shared/documents/file-name"
import type { DocumentPatient } from "../../../shared/documents/prepared"
import { keptProposals, proposeFor } from "../../../shared/documents/proposals/propose"
import type { Inspection } from "../../converter/conversion"
import type { NewDocument } from "../../drawer/drawer"
import { today } from "../../messages/today"
import { otherPatientIn, speakingOf } from "./speaking"

type Ready = { file: Blob; name: string; inspection: Inspection; patient: DocumentPatient | null }

/** A file that the portal takes, as the drawer keeps it: everything that a person decides is still open. */
export async function newDocument(
  { file, name, inspection, patient }: Ready,
  format: AcceptedFormat,
): Promise<NewDocument> {
  const speaking = await speakingOf(file, inspection)
  const { pdf } = inspection
  const metadata = pdf && { title: pdf.title ?? undefined, day: pdf.created ?? undefined }
  const proposals = proposeFor({
    name,
    text: speaking.text,
    metadata: metadata ?? undefined,
    today: today(),
    patient: patient?.traits ?? null,
  })
  return {
    patient,
    content: { kind: "file", name: fileNameFor(name, format), format, bytes: file.size },
    ...undecided,
    proposals: keptProposals(proposals),
    otherPatient: patient && otherPatientIn(speaking, patient.traits),
    file,
    thumbnail: inspection.thumbnail,
  }
}

/** « Rédiger un document (texte libre) »: nothing is written yet. */
export function newText(patient: DocumentPatient | null): NewDocument {
  return {
    patient,
    content: { kind: "text", text: "" },
    ...undecided,
    proposals: {},
    otherPatient: null,
    file: null,
    thumbnail: null,
  }
}

const undecided = {
  type: null,
  title: "",
  date: "",
  comment: "",
  visibility: [],
} as const satisfies Partial<NewDocument>
