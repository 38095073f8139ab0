import type { PortalId } from "../../shared/hosts"
import type { Page } from "./define-page"
import { birthDatePage } from "./mes/birth-date"
import { vitaleCardPage } from "./mes/vitale-card"
import { searchPage } from "./webps/search"

/** Every page that the extension knows. A page that is not here is never filled. */
export const pages: readonly Page[] = [birthDatePage, vitaleCardPage, searchPage]

/**
 * Addresses where nothing of ours acts: pages that post themselves on the way back from the login.
 * A second post answers HTTP 403. Source: reference on the portals §1.2 (June 2026, high confidence).
 */
export const inertPaths: Partial<Record<PortalId, RegExp>> = {
  webps: /^\/(callbackoidc|index2)(?![a-z0-9])/i,
}
