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

const people = new ShownPeople(document)

/** What runs in the page that is measured; bundled by `bench/page.ts`. */
export const inPage = {
  /** The search page among rows of text and rows of other people's fields. Counts of what stands there then. */
  build(elements: number, controls: number): { elements: number; controls: number } {
    const fields = Array.from(
      { length: controls },
      (_, row) => `<div><label for="n${row}">Note ${row}</label><input id="n${row}"></div>`,
    )
    const texts = Math.max(0, Math.floor((elements - 40 - controls * 3) / 3))
    const rows = Array.from({ length: texts }, (_, row) => `<p><b>Document</b> <i>du ${row}</i></p>`)
    document.body.innerHTML = `${rows.join("")}${fields.join("")}${searchHtml}`
    void document.body.offsetHeight
    return {
      elements: document.querySelectorAll("*").length,
      controls: document.querySelectorAll("input").length,
    }
  },

  /** Milliseconds of each recognise, plan and fill; the undo between them is not counted. */
  ours(runs: number): number[] {
    const filler = new PageFiller(document, hosts.webps)
    return times(runs, () => {
      const begun = performance.now()
      const result = filler.fill({ page: "webps.search", answers, overwrite: [], peopleMark: 0 })
      const took = performance.now() - begun
      if (!("receipt" in result) || result.receipt.outcomes.some((it) => it.outcome !== "filled"))
        throw new Error(`the page was not filled: ${JSON.stringify(result)}`)
      filler.undo()
      void document.body.offsetHeight
      return took
    })
  },

  /** Milliseconds to find the four fields and nothing more, as the peer does. */
  find(runs: number): number[] {
    const rules = Object.values(searchPage.fields)
    return times(runs, () => {
      document.body.append("")
      const begun = performance.now()
      const controls = new PageLook(document).controls("text")
      const found = rules.filter((rule) => rule.kind === "text" && "control" in matchText(rule, controls))
      const took = performance.now() - begun
      if (found.length !== labels.length) throw new Error("a field was not found")
      return took
    })
  },

  /** Milliseconds that the peer takes to find the same four fields, and nothing more. */
  peer(runs: number): number[] {
    return times(runs, () => {
      const begun = performance.now()
      for (const label of labels) getByLabelText(document.body, label)
      return performance.now() - begun
    })
  },

  /** Milliseconds of one look at the page, which follows each burst of changes. */
  look: (runs: number): number[] =>
    times(runs, () => {
      document.body.append("")
      const begun = performance.now()
      describePage(document, hosts.webps, { document: "bench", undoable: 0 }, people)
      return performance.now() - begun
    }),

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

function times(runs: number, once: () => number): number[] {
  return Array.from({ length: runs }, once)
}
