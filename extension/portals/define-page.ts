import type { PortalId } from "../../shared/hosts"
import type { FormPart, Holding, TargetId } from "./vocabulary"

/** A field that takes a written value. `under` names the heading above it where the label is not enough. */
export type TextField = { kind: "text"; ids?: readonly string[]; labels: readonly string[]; under?: string }

/**
 * A question with one radio button an answer, each found by its own label; or a list (`select`) with an option for
 * each.
 */
export type ChoiceField = { kind: "choice"; answers: Readonly<Record<string, readonly string[]>> }

export type FieldRule = TextField | ChoiceField

/**
 * A part of a form: whether something stands in it is told. Those of a document (`documentFields`) are filled from a
 * prepared one, on a person's click; in all others nothing is ever written. Several ways in which a page may offer it:
 * something in one of them is enough (a file, or a text).
 */
export type PartRule = {
  kind: "file" | "text" | "select" | "checks"
  ids?: readonly string[]
  /** How the ids of its boxes begin: a group of boxes has one for each choice. */
  idPrefix?: string
  labels: readonly string[]
  /** The radio button that brings this way out, by its labels, where the page has one. */
  mode?: readonly string[]
}

/**
 * What a step of a guide points at, on request of the person: something to press, a field that we fill, a part of a
 * form that a person fills, or a text that stands on the page. Nothing is done to it.
 */
export type TargetRule =
  | { kind: "press"; ids?: readonly string[]; labels: readonly string[] }
  | { kind: "field"; field: Holding }
  | { kind: "part"; part: FormPart }
  | { kind: "text"; texts: readonly string[] }

/**
 * What the page shows, to be read and compared, never written. `patient`: the traits of one patient, or of several
 * to choose from. `status`: the DMP's status, in one of the three words of the Fiche. `names`: how the ids of links
 * begin whose text is a patient's name and no more. `document`: the document that is about to be filed (`"quoted"`: by
 * its title alone, between quotation marks).
 */
export type Shows = { patient?: true; status?: true; names?: string; document?: true | "quoted" }

/** A text that must be visible, or several of which one must: sources of different years word a page differently. */
export type Landmark = string | readonly [string, ...string[]]

/** The texts of landmarks, alternatives among them. */
export function textsOf(landmarks: readonly Landmark[]): string[] {
  return landmarks.flat()
}

/** Whether each landmark is among the texts seen. */
export function allSeen(landmarks: readonly Landmark[], seen: ReadonlySet<string>): boolean {
  return landmarks.every((landmark) => [landmark].flat().some((text) => seen.has(text)))
}

/**
 * What we know of one page of a portal: data only, matched by `page/`.
 * `landmarks` are texts that must all be visible, two at least where no path is known. `path` is set only where
 * its source is sure, because a wrong path would make the page unknown for ever. `neverTouched` are the buttons that only a person clicks.
 */
export type Page = {
  id: string
  portal: PortalId
  /** Guide of the Fiche DMP and the steps that happen on this page. */
  fiche: { guide: "activate" | "feed"; steps: readonly number[] }
  path?: RegExp
  landmarks: readonly [Landmark, ...Landmark[]]
  fields: Readonly<Partial<Record<Holding, FieldRule>>>
  parts?: Readonly<Partial<Record<FormPart, readonly [PartRule, ...PartRule[]]>>>
  targets?: Readonly<Partial<Record<TargetId, TargetRule>>>
  shows?: Shows
  /** A page inside the DMP of a patient, which is open as long as the pages are such. */
  dmpOpen?: true
  neverTouched: readonly string[]
  source: { from: string; date: string; confidence: "high" | "medium" | "low" }
}

export function definePage(page: Page): Page {
  return page
}
