import { portalOfHost } from "../../shared/hosts"
import { allSeen, type Page, textsOf } from "../portals/define-page"
import { pagesInForce } from "../portals/in-force"
import { isInert } from "../portals/pages"
import { visibleLandmarks } from "./landmarks"
import { PageLook } from "./look"

export type Recognition =
  | { page: Page; reason: null }
  | { page: null; reason: "page-unknown" | "page-ambiguous" | "page-inert" }

/**
 * Which known page this is: the portal's host, its path where that is known, and every landmark visible.
 * Nothing less is recognised, and two pages at once are none.
 */
export function recognise(
  document: Document,
  location: Pick<Location, "hostname" | "pathname">,
  look?: PageLook,
): Recognition {
  const portal = portalOfHost(location.hostname)?.portal
  if (!portal || !document.body) return { page: null, reason: "page-unknown" }
  if (isInert(portal, location.pathname)) return { page: null, reason: "page-inert" }
  const possible = pagesInForce().filter(
    (page) => page.portal === portal && (page.path === undefined || page.path.test(location.pathname)),
  )
  const texts = (look ?? new PageLook(document)).allTexts()
  const seen = visibleLandmarks(texts, [...new Set(possible.flatMap((page) => textsOf(page.landmarks)))])
  const matching = possible.filter((page) => allSeen(page.landmarks, seen))
  const [page, other] = matching
  if (page && !other) return { page, reason: null }
  return { page: null, reason: other ? "page-ambiguous" : "page-unknown" }
}
