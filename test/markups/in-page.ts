import { PageFiller } from "../../extension/page/fill"
import { rootsOf } from "../../extension/page/roots"
import { watchPage } from "../../extension/page/watch"
import { answers } from "./answers"
import { contents, mount } from "./mount"

type Place = { hostname: string; pathname: string }

/** What one fill of one markup did, told to the test outside the browser. */
export type Ran = {
  said: string[]
  filled: Record<string, string>
  /** Events that the page heard, `input patient.nir` and so on, in order. */
  heard: string[]
  undone: { undone: number; left: number }
  after: Record<string, string>
}

/** The engine as a page of a real browser runs it; bundled by `test/drive/engine.ts`. */
export const inPage = {
  async run(page: string, place: Place): Promise<Ran> {
    await mount(document)
    const heard: string[] = []
    for (const root of rootsOf(document).all)
      for (const type of ["input", "change"])
        root.addEventListener(
          type,
          ({ target }) => {
            const { dataset, shadowRoot } = target as HTMLElement
            if (!shadowRoot && dataset.field) heard.push(`${type} ${dataset.field}`)
          },
          { capture: true },
        )
    const filler = new PageFiller(document, place)
    const result = filler.fill({ page, answers, overwrite: [], peopleMark: 0 })
    const said =
      "refusal" in result
        ? [result.refusal]
        : result.receipt.outcomes.map((it) => ("reason" in it ? it.reason : it.outcome))
    const told = [...heard]
    const filled = contents(document)
    return { said, filled, heard: told, undone: filler.undo(), after: contents(document) }
  },

  /** Fills the page as it stands, then says what the page kept of it. */
  async fillThenWatch(page: string, place: Place) {
    const filler = new PageFiller(document, place)
    const result = filler.fill({ page, answers, overwrite: [], peopleMark: 0 })
    const outcomes = "receipt" in result ? result.receipt.outcomes : []
    const corrected = (await filler.watchKept())?.outcomes ?? null
    // Firefox's driver gives an object that stands in the answer twice only once.
    return { outcomes, corrected: structuredClone(corrected) }
  },

  contents: () => contents(document),

  /** How often the page was looked at while `changes` went on. */
  async looks(changes: () => Promise<void>): Promise<number> {
    let looks = 0
    const stop = watchPage(document, () => {
      looks += 1
    })
    await changes()
    stop()
    return looks
  },
}
