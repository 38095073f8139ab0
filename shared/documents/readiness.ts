import type { PreparedDocument } from "./prepared"
import { type FoundDocumentProblem, problemsWith, type ReadinessContext } from "./problems"
import { isListedType } from "./types"

export {
  type DocumentField,
  type DocumentProblem,
  documentFields,
  documentProblems,
  type FoundDocumentProblem,
  isReady,
  type ReadinessContext,
} from "./problems"

/** Everything that is wrong with a prepared document, in the order of the form. Total. */
export function problemsOfDocument(
  document: PreparedDocument,
  context: ReadinessContext,
): FoundDocumentProblem[] {
  return problemsWith(document, context, isListedType)
}
