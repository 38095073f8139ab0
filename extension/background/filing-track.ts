import type { FilingState, PreparedDocument } from "../../shared/documents/prepared"
import {
  compareDocuments,
  type DocumentTraits,
  maxDocumentText,
  written,
} from "../../shared/documents/traits"
import { foldText } from "../../shared/fold-text"
import { frenchDate } from "../../shared/identity/birth-date"
import { compareTraits } from "../../shared/identity/compare"
import type { Traits } from "../../shared/identity/traits"
import type { TrustedPage } from "./trusted-description"

/**
 * A document on its way from the portal's form to the confirmation, in one tab. `document`: the loading of the page with
 * the form. `titles`: those under which it may be confirmed. `doubt`: something was not seen, or was of something else:
 * from then on nobody but the portal can tell how it ended. Kept in session memory, as the drawer's key is.
 */
export type FilingTrack = {
  id: string
  mode: "live" | "training"
  tab: number
  document: string
  patient: Traits
  traits: DocumentTraits
  titles: readonly string[]
  stage: "form" | "synthesis" | "signature"
  refused: boolean
  doubt: boolean
}

/**
 * What a page makes of a track: where it stands now (null: the way is over), and what the row shall say; null where that
 * stays as it is.
 */
export type Followed = { track: FilingTrack | null; filing: Unstamped | null }
export type Unstamped = FilingState extends infer State
  ? State extends { at: number }
    ? Omit<State, "at">
    : State
  : never

/** The way of a document that was just written on a form, in the words in which pages show it. `label`: of its type. */
export function trackOf(
  { id, content, title, date, comment, visibility, patient }: PreparedDocument,
  label: string,
  { mode, tab, document }: Pick<FilingTrack, "mode" | "tab" | "document">,
): FilingTrack {
  const traits: DocumentTraits = {
    content: written("content", content.kind === "text" ? content.text : content.name),
    type: written("type", label),
    title: written("title", title),
    date: frenchDate(date.replaceAll("-", "")),
    comment: written("comment", comment),
    visibility: visibility.join(" ").slice(0, maxDocumentText),
  }
  const start = { stage: "form", refused: false, doubt: false } as const
  return {
    id,
    mode,
    tab,
    document,
    patient: patient?.traits ?? { source: "page" },
    traits,
    titles: [title],
    ...start,
  }
}

/**
 * Follows a document by what its tab shows now. « Déposé » needs the whole way seen in this tab: the form, the synthesis
 * of this very document, and the confirmation, on pages of its patient. What leaves the form without one is waiting
 * again; in every doubt the row says that it is to be checked on the portal, never that it waits or is filed.
 */
export function follow(track: FilingTrack, page: TrustedPage): Followed {
  const seen = page.description
  switch (seen.page) {
    case "webps.add-document":
      return onForm(track, page)
    case "webps.synthesis":
      return going({ ...atSynthesis(track, page), stage: "synthesis" })
    case "webps.signature":
      return going({
        ...track,
        stage: "signature",
        doubt: track.doubt || track.stage === "form" || isOther(track, page),
      })
    case "webps.filed":
      return ended(isConfirmed(track, page) ? "filed" : "to-check")
    case "webps.dashboard":
      return left(track)
    case null:
      return somewhere(track, page)
    default:
      // Signing in again, the list of patients: from the synthesis on, the confirmation may have come before.
      return left({ ...track, doubt: track.doubt || track.stage !== "form" })
  }
}

/** Its tab was closed: nothing of it is seen any more. */
export const closed = (track: FilingTrack): Followed =>
  left({ ...track, doubt: track.doubt || track.stage !== "form" })

const going = (track: FilingTrack, filing: Unstamped | null = null): Followed => ({ track, filing })
const ended = (state: "filed" | "to-check" | "waiting"): Followed => ({ track: null, filing: { state } })

/** The form is gone: what was refused stays refused. */
function left(track: FilingTrack): Followed {
  if (track.doubt || track.stage === "signature") return ended("to-check")
  return track.refused ? { track: null, filing: null } : ended("waiting")
}

function onForm(track: FilingTrack, { description, filing, sentences }: TrustedPage): Followed {
  // The same loading of the page, kept by the browser: what stood in it stands in it again.
  if (description.document === track.document) return going({ ...track, stage: "form" })
  const title = filing?.title ?? ""
  // A new form is empty; one that comes back holds what was typed, or says what is wrong.
  const back = description.errors.length > 0 || sentences.length > 0 || isOneOf(title, track.titles)
  if (track.stage !== "form" || !back) return left(track)
  return going({ ...track, document: description.document, refused: true }, { state: "refused", sentences })
}

/** The synthesis of this document; a person may have corrected what was written, but not put another in its place. */
function atSynthesis(track: FilingTrack, page: TrustedPage): FilingTrack {
  const rows = compareDocuments(track.traits, page.filing ?? {})
  const differs = (trait: "content" | "title") =>
    rows.some((it) => it.trait === trait && it.result === "different")
  const told = rows.some(({ trait, result }) => trait === "content" && result === "same")
  const title = page.filing?.title
  return {
    ...track,
    titles: [...new Set([...track.titles, ...(title === undefined ? [] : [title])])],
    doubt: track.doubt || differs("content") || (differs("title") && !told) || isOther(track, page),
  }
}

function isConfirmed(track: FilingTrack, page: TrustedPage): boolean {
  const title = page.filing?.title
  return (
    track.stage !== "form" &&
    !track.doubt &&
    !isOther(track, page) &&
    (title === undefined || isOneOf(title, track.titles))
  )
}

/** An error page, or one that is not known: where the session was over before the signature, nothing was filed. */
function somewhere(track: FilingTrack, { description }: TrustedPage): Followed {
  if (description.errors.includes("session-expired")) return left(track)
  return going({ ...track, doubt: true })
}

const isOther = ({ patient }: FilingTrack, { shown }: TrustedPage) =>
  shown !== null && compareTraits(patient, shown).verdict === "different"

const isOneOf = (title: string, titles: readonly string[]) =>
  foldText(title) !== "" && titles.some((it) => foldText(it) === foldText(title))
