import type { Page } from "./define-page"

/** Where our facts about the pages come from. Each page names one, so that a fact can be dated and doubted. */
export const sources = {
  /** The Fiche DMP: captures of both portals. */
  fiche: { from: "Fiche DMP, captures", date: "2023-06-14", confidence: "high" },
  /** The Fiche DMP's prose, where it describes a page without showing it. */
  ficheProse: { from: "Fiche DMP, text of the steps", date: "2023-06-14", confidence: "low" },
  /** Recorded on the real Web PS by a public project: addresses and ids. */
  recorded: { from: "recording of the Web PS, public project", date: "2026-06-16", confidence: "high" },
  /** The official mobile application: the same flow, other pages. */
  officialApp: { from: "official mobile application", date: "2025-08-27", confidence: "medium" },
  /** A press article about the web pages. */
  press: { from: "press article with the web's words", date: "2022-02-22", confidence: "medium" },
} as const satisfies Record<string, Page["source"]>
