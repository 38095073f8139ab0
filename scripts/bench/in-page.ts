import { getByLabelText } from "@testing-library/dom"
import { describePage } from "../../extension/page/describe"
import { PageFiller } from "../../extension/page/fill"
import { PageLook } from "../../extension/page/look"
import { matchText } from "../../extension/page/match"
import { ShownPeople } from "../../extension/page/shown-people"
import { watchPage } from "../../extension/page/watch"
import { searchPage } from "../../extension/portals/webps/search"
import { answers } from "../../test/markups/answers"
import { hosts, searchHtml } from "../../test/pages"

const labels = ["Identifiant", "Nom (d’usage ou de naissance)", "Prénom", "Année de naissance (AAAA)"]
const rules = Object.values(searchPage.fields)

const people = new ShownPeople(document)

/** What is measured: our whole fill, our mere finding of the four fields, the peer's, and one look of ours. */
export type Subject = keyof typeof subjects

/** Each does its work once on the page as it stands, and throws where it did not do all of it. */
const subjects = {
  fill(filler: PageFiller) {
    const result = filler.fill({ page: "webps.search", answers, overwrite: [], peopleMark: 0 })
    return "receipt" in result && result.receipt.outcomes.every((it) => it.outcome === "filled")
  },
  find() {
    const controls = new PageLook(document).controls("text")
    const found = rules.filter((rule) => rule.kind === "text" && "control" in matchText(rule, controls))
    return found.length === labels.length
  },
  peer: () => labels.every((label) => getByLabelText(document.body, label) !== null),
  look: () =>
    describePage(document, hosts.webps, { document: "bench", undoable: 0 }, people)?.page === "webps.search",
}

/** The search page among rows of text and of other people's fields: exactly so many elements in the document. */
function build(elements: number, controls: number): void {
  const fields = Array.from(
    { length: controls },
    (_, row) => `<div><label for="n${row}">Note ${row}</label><input id="n${row}"></div>`,
  ).join("")
  document.body.innerHTML = fields + searchHtml
  const missing = elements - document.querySelectorAll("*").length
  const rows = Array.from(
    { length: Math.floor(missing / 3) },
    (_, row) => `<p><b>Document</b> <i>du ${row}</i></p>`,
  )
  const rest = Array.from({ length: missing % 3 }, () => "<p>Fin de la liste</p>")
  document.body.insertAdjacentHTML("afterbegin", [...rows, ...rest].join(""))
  void document.body.offsetHeight
}

/** What runs in the page that is measured; bundled by `bench/page.ts`. */
export const inPage = {
  build,

  counted: () => ({
    elements: document.querySelectorAll("*").length,
    controls: document.querySelectorAll("input").length,
    isolated: crossOriginIsolated,
  }),

  /**
   * Milliseconds that each subject took, `runs` times. Each run has a page built and laid out anew for it alone,
   * so that nothing in the browser remembers the one before; the subjects take turns.
   */
  measure(names: readonly Subject[], runs: number, elements: number, controls: number): number[][] {
    const took: number[][] = names.map(() => [])
    for (let run = 0; run < runs; run += 1) {
      for (const [at, name] of names.entries()) {
        build(elements, controls)
        const filler = new PageFiller(document, hosts.webps)
        const begun = performance.now()
        const done = subjects[name](filler)
        const ms = performance.now() - begun
        if (!done) throw new Error(`${name} did not do its work`)
        took[at]?.push(ms)
      }
    }
    return took
  },

  /** Lets the page change in bursts of 100 changes, or not at all, with or without our watching it. */
  async live(bursts: number, pauseMs: number, watched: boolean): Promise<void> {
    const look = () => void describePage(document, hosts.webps, { document: "bench", undoable: 0 }, people)
    const stop = watched ? watchPage(document, look) : () => undefined
    const clock = document.querySelector("p") ?? document.body
    for (let burst = 0; burst < Math.max(1, bursts); burst += 1) {
      for (let change = 0; bursts > 0 && change < 100; change += 1) clock.textContent = `${burst} ${change}`
      await new Promise((done) => setTimeout(done, pauseMs))
    }
    stop()
  },
}
