import { compareDocuments, type DocumentTraits } from "../../shared/documents/traits"
import type { FilingView, PageView } from "../messages/panel-state"

/**
 * The document as the portal's form held it last, for the patient (by the name of their lock) for whom it was written.
 * Kept in memory alone, until it is filed or given up.
 */
export type Prepared = { patient: string | null; traits: DocumentTraits }

/** Between the form and the end of the filing, these pages still speak of the same document. */
const onTheWay = new Set(["webps.synthesis", "webps.signature"])

/** What is prepared after this page was seen. Another patient, or another page of the portals, forgets it. */
export function preparedAfter(
  before: Prepared | null,
  page: PageView,
  patient: string | null,
): Prepared | null {
  const kept = before?.patient === patient ? before : null
  // Another tab in front, or a page that is not known (an error): the form may come back.
  if (page.state !== "portal" || page.description.page === null) return kept
  if (page.description.page === "webps.add-document")
    return page.filing ? { patient, traits: page.filing } : kept
  return onTheWay.has(page.description.page) ? kept : null
}

/** What was prepared beside what the synthesis shows; null on every other page. */
export function filingView(prepared: Prepared | null, page: PageView): FilingView | null {
  if (page.state !== "portal" || page.description.page !== "webps.synthesis") return null
  const rows = compareDocuments(prepared?.traits ?? {}, page.filing ?? {})
  const results = new Set(rows.map(({ result }) => result))
  const verdict = results.has("different")
    ? "different"
    : results.has("cannot-tell") || rows.length === 0
      ? "cannot-tell"
      : "same"
  return { verdict, known: prepared !== null, rows }
}
