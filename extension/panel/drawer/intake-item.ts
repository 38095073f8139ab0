import type { ExaminedFile } from "../../../shared/documents/file-format"
import type { FileProblem } from "../../../shared/documents/file-problems"
import type { DocumentPatient } from "../../../shared/documents/prepared"
import type {
  Conversion,
  ConvertProgress,
  ConvertRefusal,
  Inspection,
  Refused,
} from "../../converter/conversion"
import type { DrawerRefusal } from "../../drawer/drawer"
import { type Need, needOf } from "./need"

/** One of the files out of which a document is made. `document`: it was in the drawer already, under this id. */
export type IntakeSource = {
  name: string
  file: Blob
  /** What its bytes are, and what the converter says of it; both null before it was looked at. */
  looked: { examined: ExaminedFile; inspection: Inspection } | null
  document: string | null
  thumbnail: Blob | null
}

/** How far a file is on its way into the drawer. Nothing of it is kept before it arrives there. */
export type IntakeState =
  | { at: "queued" }
  | { at: "checking" }
  /** Something has to be done to it first; a person decides. */
  | { at: "needs"; need: Need }
  | { at: "working"; progress: ConvertProgress | null }
  /** Made, and to be looked at before it is used. */
  | { at: "made"; made: Conversion; thumbnail: Blob | null }
  /** The portal would refuse it, whatever is done. */
  | { at: "stopped"; problems: readonly FileProblem[] }
  | { at: "refused"; refusal: ConvertRefusal; file: number | null; floorBytes: number | null }
  | { at: "not-kept"; refusal: DrawerRefusal }

/** Several sources are to become one PDF, in their order. `patient`: who was locked when it came. */
export type IntakeItem = {
  id: string
  sources: readonly [IntakeSource, ...IntakeSource[]]
  patient: DocumentPatient | null
  state: IntakeState
}

export type IntakeView = {
  items: readonly IntakeItem[]
  /** Files checked and to check of what came last; null when there is nothing to check. */
  progress: { done: number; of: number } | null
}

/** Where a source stands by itself, after it was part of something else. */
export function stateOf({ looked }: IntakeSource): IntakeState {
  const need = looked && needOf(looked.examined, looked.inspection)
  return need ? { at: "needs", need } : { at: "queued" }
}

export function refusedState({ refusal, file, floorBytes }: Refused): IntakeState {
  return { at: "refused", refusal, file: file ?? null, floorBytes: floorBytes ?? null }
}

/** `scan.heic` becomes `scan.pdf`. */
export function nameAfter(name: string, format: "jpeg" | "pdf"): string {
  const stem = name.replace(/\.[^./\\]{1,5}$/, "") || "document"
  return `${stem}.${format === "jpeg" ? "jpg" : "pdf"}`
}
