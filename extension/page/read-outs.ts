import type { PortalId } from "../../shared/hosts"
import { knownErrors } from "../portals/known-errors"
import { type DmpStatus, dmpStatuses, type KnownError } from "../portals/vocabulary"
import { fold } from "./fold"
import { visibleLandmarks } from "./landmarks"
import type { PageLook } from "./look"
import { isVisible } from "./visible"

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
