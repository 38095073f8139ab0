import type { Traits } from "../identity/traits"
import type { AcceptedFormat } from "./accepted"
import type { Visibility } from "./visibility"

/**
 * Whose document it is: the patient who was locked when it was prepared, or was attached later by an explicit act.
 * `lock`: the name of that lock, which says nothing of the patient. Traits that prove nothing by themselves (a birth date
 * without month and day) are this patient's as long as it lasts. Absent where it came from another computer.
 */
export type DocumentPatient = { mode: "live" | "training"; traits: Traits; lock?: string }

/** What is filed: a file as it will be sent (`bytes` long), or the text of « Rédiger un document (texte libre) ». */
export type PreparedContent =
  | { kind: "file"; name: string; format: AcceptedFormat; bytes: number }
  | { kind: "text"; text: string }

/** What a PDF's text says of somebody else than the patient. */
export const otherPatientMarks = ["name", "birth-date", "nir", "datamatrix"] as const
export type OtherPatientMark = (typeof otherPatientMarks)[number]

/** How far the filing came. `sentences`: the portal's own words of refusal. Times in ms since 1970. */
export type FilingState =
  | { state: "waiting" }
  /** Written on the portal's form; the person has not confirmed there yet. */
  | { state: "on-the-form"; at: number }
  | { state: "refused"; at: number; sentences: readonly string[] }
  /** The person may have confirmed, and the end was not seen: only the portal tells whether it was filed. */
  | { state: "to-check"; at: number }
  | { state: "filed"; at: number }

/**
 * One document being prepared: everything but the bytes of its file. `type`: code of JDV_J66, null before a choice.
 * `date`: ISO day, or empty. `visibility`: what a person chose, empty before. `proposals` are offered and never taken
 * by themselves. `revision` grows with each change: whoever writes over another revision than they saw is refused.
 */
export type PreparedDocument = {
  id: string
  revision: number
  /** Its place in the list; need not be whole. */
  order: number
  added: number
  patient: DocumentPatient | null
  content: PreparedContent
  type: string | null
  title: string
  date: string
  comment: string
  visibility: readonly Visibility[]
  proposals: { type?: string; title?: string; date?: string }
  /** What speaks of another patient, and whether a person said that it is right all the same; null: nothing does. */
  otherPatient: { marks: readonly OtherPatientMark[]; answered: boolean } | null
  filing: FilingState
}
