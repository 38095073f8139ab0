import type { PortalId } from "../../shared/hosts"
import type { Holding } from "./vocabulary"

/** A field that takes a written value. `under` names the heading above it where the label is not enough. */
export type TextField = { kind: "text"; ids?: readonly string[]; labels: readonly string[]; under?: string }

/** A question with one radio button an answer; each answer is found by its own label. */
export type ChoiceField = { kind: "choice"; answers: Readonly<Record<string, readonly string[]>> }

export type FieldRule = TextField | ChoiceField

/**
 * What we know of one page of a portal: data only, matched by `page/`.
 * `landmarks` are texts that must all be visible; `path` is set only where its source is sure, because a
 * wrong path would make the page unknown for ever. `neverTouched` are the buttons that only a person clicks.
 */
export type Page = {
  id: string
  portal: PortalId
  /** Guide of the Fiche DMP and the steps that happen on this page. */
  fiche: { guide: "activate" | "feed"; steps: readonly number[] }
  path?: RegExp
  landmarks: readonly [string, string, ...string[]]
  fields: Readonly<Partial<Record<Holding, FieldRule>>>
  neverTouched: readonly string[]
  source: { from: string; date: string; confidence: "high" | "medium" | "low" }
}

export function definePage(page: Page): Page {
  return page
}
