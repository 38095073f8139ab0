import { servePage, tellBackground } from "../messages/page-side"
import { describePage } from "../page/describe"
import { type FillResult, PageFiller } from "../page/fill"
import { Highlight } from "../page/highlight"
import { recognise } from "../page/recognise"
import { reportPage } from "../page/report"
import { ShownPeople } from "../page/shown-people"
import { watchPage } from "../page/watch"
import { putInForce } from "../portals/in-force"
import { onActivity } from "./activity"

/**
 * What runs in a portal's page: answers the background, and tells it when the page changes. Bundled with esbuild
 * before Plasmo sees it, whose bundler makes it half as large again.
 */
export function startPortalScript(): void {
  /** Names this loading of the document: what is meant for it is not done to the next one. */
  const loading = [...crypto.getRandomValues(new Uint8Array(8))]
    .map((it) => it.toString(16).padStart(2, "0"))
    .join("")
  const shown = new ShownPeople(document)
  const filler = new PageFiller(document, location, shown)

  const highlight = new Highlight(document, (target) => {
    void tellBackground({ news: "pointing-lost", document: loading, target })
  })

  const describe = () =>
    describePage(document, location, { document: loading, undoable: filler.undoable }, shown)

  let lastTold = ""
  function tellIfNew(): void {
    const description = describe()
    const told = JSON.stringify(description)
    if (told === lastTold) return
    lastTold = told
    void tellBackground({ news: "page", description }).then((reply) => {
      // The first telling brings the corrections of the portals, if there are any.
      if (reply && putInForce(reply.packs)) tellIfNew()
    })
  }

  /** A page may throw away later what it took at first: then the receipt is no longer true. */
  async function tellIfNotKept(): Promise<void> {
    const receipt = await filler.watchKept()
    const lost = receipt?.outcomes.filter((it) => "reason" in it && it.reason === "not-kept") ?? []
    if (lost.length === 0) return
    void tellBackground({ news: "not-kept", document: loading, fields: lost.map(({ field }) => field) })
    tellIfNew()
  }

  function fillIfMeant(asked: { document: string; notAfter: number }, fill: () => FillResult): FillResult {
    if (asked.document !== loading) return { refusal: "page-changed" }
    // A page that was blocked (a dialog, a long script) takes its messages late: by then another patient may
    // be locked.
    if (Date.now() > asked.notAfter) return { refusal: "page-busy" }
    const result = fill()
    tellIfNew()
    void tellIfNotKept()
    return result
  }

  servePage({
    describe: ({ packs }) => {
      putInForce(packs)
      return describe()
    },
    report: () => reportPage(document, location),
    fill: (request) => fillIfMeant(request, () => filler.fill(request)),
    "fill-document": (request) => fillIfMeant(request, () => filler.fillDocument(request)),
    point: (request) => {
      const { page } = recognise(document, location)
      if (request.document !== loading || page?.id !== request.page) return { pointing: "page-changed" }
      return { pointing: highlight.show(request.target, page) }
    },
    unpoint: () => {
      highlight.hide()
      return { unpointed: true }
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
  onActivity(document, () => void tellBackground({ news: "activity" }))
}
