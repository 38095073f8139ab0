import { patientWords } from "../../../shared/documents/patient-words"
import { foldText } from "../../../shared/fold-text"
import type { Traits } from "../../../shared/identity/traits"

export const maxSnippet = 500
export const maxSnippets = 60

/** Why a sentence is not kept: it would stay in clear on the disk, where nothing of a patient may be. */
export const snippetProblems = ["empty", "too-long", "too-many", "names-patient", "number", "date"] as const
export type SnippetProblem = (typeof snippetProblems)[number]

/** A telephone number has ten digits, a NIR thirteen: what has seven in a row may name somebody. */
const longNumber = /\d(?:[ .-]?\d){6,}/
/** A day names a visit or a birth; a general sentence has none. */
const day = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/

/** `people`: the patients that are known here now. Total. A name that nobody here has can't be known for one. */
export function snippetProblem(
  snippet: string,
  people: readonly Traits[],
  kept: number,
): SnippetProblem | null {
  if (snippet === "") return "empty"
  if (snippet.length > maxSnippet) return "too-long"
  if (kept >= maxSnippets) return "too-many"
  if (day.test(snippet)) return "date"
  if (longNumber.test(snippet)) return "number"
  const words = new Set(foldText(snippet).split(" "))
  const names = people.flatMap((traits) => [...patientWords(traits).family, ...patientWords(traits).given])
  return names.some((name) => name.length > 2 && words.has(name)) ? "names-patient" : null
}
