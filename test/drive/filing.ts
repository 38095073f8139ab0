import type { Page } from "puppeteer-core"
import type { Fillable } from "../../extension/portals/vocabulary"
import type { DocumentPatient, PreparedDocument } from "../../shared/documents/prepared"
import { typeLabel } from "../../shared/documents/types"
import { bundleForPage } from "./engine"
import type { drawerInPage, ToAdd } from "./filing-in-page"
import type { PanelDriver } from "./panel"

declare const prepared: { drawerInPage: typeof drawerInPage }
type Mode = DocumentPatient["mode"]
/** What the person agreed to replace, what they said of the page, and which revision they saw. */
type How = { overwrite?: Fillable[]; pageChecked?: boolean; revision?: number }

/**
 * The prepared documents, put in and looked at through the drawer's own code in a page of the extension, and filed by
 * the command that the panel sends.
 */
export class FilingDriver {
  private constructor(
    private readonly panel: PanelDriver,
    private readonly mode: Mode,
  ) {}

  static async open(panel: PanelDriver, mode: Mode): Promise<FilingDriver> {
    await panel.page.evaluate(await bundleForPage("test/drive/filing-in-page.ts", "prepared"))
    return new FilingDriver(panel, mode)
  }

  private get page(): Page {
    return this.panel.page
  }

  async add(document: ToAdd): Promise<PreparedDocument> {
    const added = await this.page.evaluate(
      (mode, it) => prepared.drawerInPage.add(mode, it),
      this.mode,
      document,
    )
    return added as PreparedDocument
  }

  async get(id: string): Promise<PreparedDocument> {
    const all = await this.page.evaluate((mode) => prepared.drawerInPage.list(mode), this.mode)
    const found = all.find((it) => it.id === id)
    if (!found) throw new Error("no such document in the drawer")
    return found
  }

  change(id: string, change: object): Promise<string> {
    return this.page.evaluate(
      (mode, it, what) => prepared.drawerInPage.change(mode, it, what),
      this.mode,
      id,
      change,
    )
  }

  /** Asks for a document of this drawer to be written on the page that the background sees. */
  async file(id: string, how: How = {}): Promise<Record<string, string>> {
    return this.ask(await this.get(id), how)
  }

  /** Asks for a document to be written, wherever it is kept; gives what came of it, field by field. */
  async ask(document: PreparedDocument, how: How = {}): Promise<Record<string, string>> {
    const { overwrite = [], pageChecked = false } = how
    const { patient, page } = await this.panel.state()
    const portal = page.state === "portal" ? page : null
    const target = {
      lock: patient?.lock ?? "",
      tab: portal?.tab ?? -1,
      document: portal?.description.document ?? "",
      page: portal?.description.page ?? "",
    }
    const { id, revision } = { ...document, ...how }
    const label = typeLabel(document.type ?? "")
    await this.panel.send({ command: "file-document", id, revision, label, target, overwrite, pageChecked })
    const { fill } = await this.panel.state()
    if (fill?.state === "refused") return { refused: fill.reason }
    const outcomes = fill?.state === "done" ? fill.receipt.outcomes : []
    return Object.fromEntries(
      outcomes.map((it) => [it.field, "reason" in it ? `${it.outcome}: ${it.reason}` : it.outcome]),
    )
  }

  /** Waits until the row of a document says this, and gives the whole of it. */
  async says(id: string, state: PreparedDocument["filing"]["state"]): Promise<PreparedDocument> {
    let last = ""
    for (let tries = 0; tries < 100; tries += 1) {
      const document = await this.get(id)
      last = document.filing.state
      if (last === state) return document
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`the row never said « ${state} » but « ${last} »`)
  }
}
