import type { PlasmoCSConfig } from "plasmo"
import { servePage, tellBackground } from "../messages/page-side"
import { describePage } from "../page/describe"
import { PageFiller } from "../page/fill"
import { watchPage } from "../page/watch"

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

/** Names this loading of the document: what is meant for it is not done to the next one. */
const loading = [...crypto.getRandomValues(new Uint8Array(8))]
  .map((it) => it.toString(16).padStart(2, "0"))
  .join("")
const filler = new PageFiller(document, location)

const describe = () => describePage(document, location, { document: loading, undoable: filler.undoable })

let lastTold = ""
function tellIfNew(): void {
  const description = describe()
  const told = JSON.stringify(description)
  if (told === lastTold) return
  lastTold = told
  tellBackground(description)
}

servePage({
  describe,
  fill: (request) => {
    if (request.document !== loading) return { refusal: "page-changed" }
    // A page that was blocked (a dialog, a long script) takes its messages late: by then another patient may
    // be locked.
    if (Date.now() > request.notAfter) return { refusal: "page-busy" }
    const result = filler.fill(request)
    tellIfNew()
    return result
  },
  undo: (request) => {
    if (request.document !== loading) return { refusal: "page-reloaded" }
    const result = filler.undo()
    tellIfNew()
    return result
  },
})
tellIfNew()
watchPage(document, tellIfNew)
