import type { PortalId } from "../../shared/hosts"
import { knownErrors } from "../portals/known-errors"
import { type DmpStatus, dmpStatuses, type KnownError, type PageDescription } from "../portals/vocabulary"
import { fold } from "./fold"
import { visibleLandmarks } from "./landmarks"
import type { PageLook } from "./look"
import { isVisible } from "./visible"

/** So many counters are told, at the most: no form has as many fields with a limit. */
const maxCounters = 20

/** The counters that the page shows beside its fields, `0 / 15`: characters written and the most that it takes. */
export function shownCounters(look: PageLook): PageDescription["counters"] {
  const counters: { count: number; limit: number }[] = []
  for (const { block, folded } of look.allTexts()) {
    const [, count, limit] = /^(\d{1,4}) ?\/ ?(\d{1,4})$/.exec(folded) ?? []
    if (count === undefined || limit === undefined || !isVisible(block)) continue
    counters.push({ count: Number(count), limit: Number(limit) })
    if (counters.length === maxCounters) break
  }
  return counters
}

/** Which of the portal's known error sentences the page shows. */
export function shownErrors(look: PageLook, portal: PortalId): KnownError[] {
  const rules = knownErrors.filter((rule) => rule.portal === portal)
  const seen = visibleLandmarks(
    look.allTexts(),
    rules.flatMap(({ texts }) => texts),
  )
  return rules.filter(({ texts }) => texts.some((text) => seen.has(text))).map(({ error }) => error)
}

/**
 * The DMP's status that the page shows beside « Statut »; null where it shows none or several.
 * Source of the three words: Fiche DMP, step 5.
 */
export function shownStatus(document: Document): DmpStatus | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = new Set<DmpStatus>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const around = fold(parent?.parentElement?.textContent?.slice(0, 200) ?? "")
    const status = dmpStatuses.find((it) => fold(node.nodeValue ?? "") === fold(it))
    if (status && parent && around.includes("statut") && isVisible(parent)) found.add(status)
  }
  const [only, other] = found
  return only && other === undefined ? only : null
}
