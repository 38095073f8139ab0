import type { Pointing } from "../portals/vocabulary"

/** The elements that make up what is pointed at, or why there is nothing to point at. */
export type Found =
  | { elements: readonly Element[] }
  | { refusal: Extract<Pointing, "target-missing" | "target-ambiguous" | "target-hidden"> }

export const missing: Found = { refusal: "target-missing" }
export const ambiguous: Found = { refusal: "target-ambiguous" }
/** It stands on the page where nobody can see it: another remedy than for one that is missing. */
export const hidden: Found = { refusal: "target-hidden" }
