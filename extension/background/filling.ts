import { askPage } from "../messages/page-messages"
import type { FillView } from "../messages/panel-state"
import type { Holding } from "../portals/vocabulary"
import { answersFor } from "./answers"
import type { State } from "./state"
import { whyNot } from "./why-not"

/** Fills the page in front for the locked patient, and takes it back. What it did is told, never what it wrote. */
export class Filling {
  constructor(private readonly state: State) {}

  async fill(overwrite: Holding[]): Promise<void> {
    const state = this.state.get()
    const refusal = whyNot(state)
    const tab = state.page.state === "portal" ? state.page.tab : null
    if (refusal) return this.set({ state: "refused", tab, reason: refusal })
    const { patient, page } = state
    if (!patient || page.state !== "portal" || page.description.page === null) return
    const fields = page.description.fields.map(({ field }) => field)
    const reply = await askPage(page.tab, {
      request: "fill",
      page: page.description.page,
      answers: answersFor(patient, fields),
      overwrite,
    })
    if (!reply) return this.set({ state: "refused", tab, reason: "page-changed" })
    this.set(
      "receipt" in reply
        ? { state: "done", tab, receipt: reply.receipt }
        : { state: "refused", tab, reason: reply.refusal },
    )
  }

  async undo(): Promise<void> {
    const { fill } = this.state.get()
    if (fill?.state !== "done" || fill.tab === null) return
    const { tab } = fill
    const reply = await askPage(tab, { request: "undo" })
    this.set(reply ? { state: "undone", tab, ...reply } : { state: "refused", tab, reason: "page-changed" })
  }

  private set(fill: FillView): void {
    this.state.set({ fill })
  }
}
