import type { BirthDate } from "../../../shared/identity/birth-date"
import type { SwitchId } from "./switches"

/** What a portal remembers of one visitor, in memory alone. Each portal has its own. */
export type Session = {
  /** The failures that the trainer has switched on. */
  switches?: readonly SwitchId[]

  /** Mon espace santé: the birth date of the first step, which the card page needs. */
  birthDate?: BirthDate
  /** Mon espace santé: whose profile is being activated, and what was already answered. */
  activation?: Activation

  /** Web PS: where the practitioner is between the pages that post themselves. */
  transit?: "callback" | "index2"
  /** Web PS: what a first connection asks for (codes of J61 and J62). */
  practice?: { situation: string; setting: string }
  /** Web PS: the matricules that the last search found, then the one chosen, then the open DMP. */
  found?: readonly string[]
  chosen?: string
  openDmp?: string
  /** Web PS: the DMP to open once the practitioner has agreed to leave the other one. */
  wanted?: string
  /** Web PS: the document that waits for its confirmation, then the ones filed. */
  draft?: Draft
  filed?: readonly FiledDocument[]
}

export type Activation = {
  /** Family name and first name, as shown. */
  who: string
  /** For twins, both of them until one is chosen. */
  twins?: readonly string[]
  minor: boolean
  represented?: boolean
  contactsUnknown: boolean
  /** How far the person has come. */
  codeGiven?: boolean
  termsAccepted?: boolean
  accountMade?: boolean
}

/** What is kept of a document: never its bytes. */
export type FiledDocument = {
  matricule: string
  file: { name: string; size: number; type: string } | null
  text: string
  type: string
  title: string
  date: BirthDate
  comment: string
  confidentiality: readonly Confidentiality[]
}

export type Draft = FiledDocument & {
  /** So that only the document that the page shows is confirmed. */
  id: string
  confirmed?: boolean
}

export const confidentialities = [
  "visible",
  "not-patient",
  "not-professionals",
  "not-representatives",
] as const
export type Confidentiality = (typeof confidentialities)[number]

/** Forgets where the visitor was. What was filed stays filed, and the trainer's switches stay on. */
export function forgetProgress(session: Session): void {
  for (const key of Object.keys(session) as (keyof Session)[])
    if (key !== "switches" && key !== "filed") delete session[key]
}
