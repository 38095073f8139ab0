import type { PortalId } from "../../../shared/hosts"

/**
 * Where the known wordings of the real pages come from. Everything else that the imitations say is ours.
 * Compiled on 2026-11-23; each label dates from its source.
 */
export const sources = {
  fiche: "Fiche DMP, captures of 14/06/2023",
  prose: "Fiche DMP, prose of June 2023: the page's literal label is not known",
  numerama: "numerama.com, guide of February 2022 (web)",
  app: "official application ens-mobile, 27/08/2025 (the web pages are not public)",
  recorded: "recorded on the real Web PS by a third party, June 2026",
} as const

/** How a wording stands on the page: a real heading, the label of a field, a thing to click, or text. */
export type Wording = readonly [kind: "heading" | "field" | "radio" | "click" | "text", text: string]

export type KnownPage = {
  portal: PortalId
  path: string
  /** The page needs an open DMP, of the person with this matricule. */
  dmp?: string
  /** The page needs a patient who was found, with this matricule. */
  found?: string
  wordings: Partial<Record<keyof typeof sources, readonly Wording[]>>
}
