import type { PortalId } from "../../shared/hosts"
import type { Page } from "./define-page"
import { dmpAccess } from "./dmp/access"
import { dmpHome } from "./dmp/home"
import { account } from "./mes/account"
import { birthDatePage } from "./mes/birth-date"
import { code } from "./mes/code"
import { delivery } from "./mes/delivery"
import { mesDone } from "./mes/done"
import { mesHome } from "./mes/home"
import { representative } from "./mes/representative"
import { mesStart } from "./mes/start"
import { terms } from "./mes/terms"
import { twins } from "./mes/twins"
import { vitaleCardPage } from "./mes/vitale-card"
import { addDocument } from "./webps/add-document"
import { dashboard } from "./webps/dashboard"
import { filed } from "./webps/filed"
import { firstConnection } from "./webps/first-connection"
import { myPatients } from "./webps/my-patients"
import { otherDmp } from "./webps/other-dmp"
import { results } from "./webps/results"
import { searchPage } from "./webps/search"
import { selection } from "./webps/selection"
import { signature } from "./webps/signature"
import { synthesis } from "./webps/synthesis"

/** Every page that the extension knows, in the order of the guides. A page that is not here is never filled. */
export const pages: readonly Page[] = [
  mesHome,
  mesStart,
  birthDatePage,
  vitaleCardPage,
  twins,
  representative,
  delivery,
  code,
  terms,
  account,
  mesDone,
  dmpHome,
  dmpAccess,
  firstConnection,
  searchPage,
  myPatients,
  results,
  selection,
  otherDmp,
  dashboard,
  addDocument,
  synthesis,
  signature,
  filed,
]

/**
 * Addresses where nothing of ours acts: pages that post themselves on the way back from the login.
 * A second post answers HTTP 403. Source: reference on the portals §1.2 (June 2026, high confidence).
 */
export const inertPaths: Partial<Record<PortalId, RegExp>> = {
  webps: /^\/(callbackoidc|index2)(?![a-z0-9])/i,
}

/**
 * Where people sign in (Pro Santé Connect). No script of ours can run there: the manifest asks for no access, and
 * a test compares both. Source: reference on the portals §1.1 (June 2026, high confidence).
 */
export const loginHosts = ["wallet.esw.esante.gouv.fr", "auth.esw.esante.gouv.fr"] as const

/** Whether an address of a portal is one where nothing of ours acts. */
export function isInert(portal: PortalId, pathname: string): boolean {
  return inertPaths[portal]?.test(pathname) ?? false
}
