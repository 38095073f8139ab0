import type { PlasmoCSConfig } from "plasmo"
import { startPortalScript } from "../portal-script/start"

// The hosts of shared/hosts.ts, written out because Plasmo reads this block without running it; a test
// compares both. The excluded addresses post themselves on the way back from the login.
export const config: PlasmoCSConfig = {
  matches: [
    "https://www.monespacesante.fr/*",
    "https://wps-psc.dmp.monespacesante.fr/*",
    "https://www.dmp.fr/*",
    "http://mes.compagnon-dmp.localhost/*",
    "http://webps.compagnon-dmp.localhost/*",
    "http://dmp.compagnon-dmp.localhost/*",
  ],
  exclude_matches: [
    "https://wps-psc.dmp.monespacesante.fr/callbackoidc*",
    "https://wps-psc.dmp.monespacesante.fr/index2*",
  ],
  run_at: "document_idle",
  all_frames: false,
}

startPortalScript()
