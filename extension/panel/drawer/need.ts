import type { ExaminedFile } from "../../../shared/documents/file-format"
import type { FileProblem } from "../../../shared/documents/file-problems"
import type { Inspection } from "../../converter/conversion"

/**
 * What a sound file waits for before it goes into the drawer, and what helps. `optional`: the portal would take it as it
 * is, but a person should know something about it first.
 */
export type Need =
  | { why: "format"; remedy: "convert"; optional: false }
  | { why: "size"; remedy: "shrink"; optional: false }
  /** It tells where it was taken, or lies on its side. */
  | { why: "place" | "turned"; remedy: "clean"; optional: true }
  | { why: "warned"; remedy: "none"; optional: true; warnings: readonly FileProblem[] }

export function needOf(examined: ExaminedFile, { picture }: Inspection): Need | null {
  const all = (severity: "converts" | "warns") =>
    examined.problems.filter((it) => it.severity === severity).map(({ problem }) => problem)
  const converts = all("converts")
  if (converts.length > 0) {
    return examined.format === null || converts.some((problem) => problem !== "too-large")
      ? { why: "format", remedy: "convert", optional: false }
      : { why: "size", remedy: "shrink", optional: false }
  }
  if (picture?.turned) return { why: "turned", remedy: "clean", optional: true }
  if (picture?.place) return { why: "place", remedy: "clean", optional: true }
  const warnings = all("warns")
  return warnings.length > 0 ? { why: "warned", remedy: "none", optional: true, warnings } : null
}
