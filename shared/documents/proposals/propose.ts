import type { CalendarDate } from "../../identity/birth-date"
import type { Traits } from "../../identity/traits"
import { nameWords } from "../patient-words"
import type { PreparedDocument } from "../prepared"
import { titleFromName } from "../title-from-name"
import { type DateProposal, proposeDate } from "./propose-date"
import { type Confidence, type FoundIn, proposeType, type TypeProposal } from "./propose-type"

/** `rule`: `file-name`, or the rule of the type after which the document is called. */
export type TitleProposal = { title: string; rule: string; from: FoundIn; confidence: Confidence }

/** What may be offered for a document, each with the name of the rule that made it; never taken by itself. */
export type Proposals = { type: TypeProposal | null; title: TitleProposal | null; date: DateProposal | null }

export type ProposeFrom = {
  /** The file's name, with its ending; empty for a text. */
  name: string
  /** The text of the first pages of a PDF, or of a text file; empty where there is none. */
  text: string
  /** What a PDF says of itself: its title, and the day on which it was made as ISO. */
  metadata?: { title?: string | undefined; day?: string | undefined } | undefined
  today: CalendarDate
  /** The document's patient; null where none is attached yet. */
  patient: Traits | null
}

/** Total. */
export function proposeFor({ name, text, metadata, today, patient }: ProposeFrom): Proposals {
  const type = proposeType({ name, text, metadataTitle: metadata?.title })
  return {
    type,
    title: proposeTitle(name, type, patient),
    date: proposeDate({ name, text, metadataDay: metadata?.day, today, birthDate: patient?.birthDate }),
  }
}

/** The shape in which a prepared document keeps them. */
export function keptProposals({ type, title, date }: Proposals): PreparedDocument["proposals"] {
  return {
    ...(type && { type: type.code }),
    ...(title && { title: title.title }),
    ...(date && { date: date.iso }),
  }
}

/** The file's name says more than a rule does, where it says anything. */
function proposeTitle(name: string, type: TypeProposal | null, patient: Traits | null): TitleProposal | null {
  const named = titleFromName(name, nameWords(patient))
  if (named) return { title: named, rule: "file-name", from: "name", confidence: "low" }
  return type && { title: type.title, rule: type.rule, from: type.from, confidence: type.confidence }
}
