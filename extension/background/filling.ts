import { frenchDate } from "../../shared/identity/birth-date"
import type { FillTarget } from "../messages/commands"
import { askPage, type PageRequest } from "../messages/page-messages"
import type { FillView, PanelState } from "../messages/panel-state"
import { today } from "../messages/today"
import type { DocumentAnswers, Fillable, Holding, Refusal } from "../portals/vocabulary"
import { answersFor } from "./answers"
import type { PortalTab } from "./portal-tab"
import type { State } from "./state"
import { whyNot } from "./why-not"

/** A fill is carried out within this time or not at all; then as long again for its answer. Milliseconds. */
const fillMs = 1000
/** A file of 5 MB comes in one message, which takes its time on an old computer. */
const fileMs = 4000

type Where = { tab: number | null; document: string | null; page: string | null }
type What = FillView extends infer View ? (View extends Where ? Omit<View, keyof Where> : never) : never

/** Fills the page in front for the locked patient, and takes it back. What it did is told, never what it wrote. */
export class Filling {
  constructor(
    private readonly state: State,
    private readonly tabs: PortalTab,
  ) {}

  /** Fills for the patient and the document that the panel showed when the person clicked, and for no other. */
  async fill(target: FillTarget, overwrite: Holding[]): Promise<void> {
    const refusal = await this.refusalFor(target)
    const { patient, page } = this.state.get()
    if (refusal) return this.refuse(refusal)
    if (!patient || page.state !== "portal") return
    const fields = page.description.fields.map(({ field }) => field)
    const answers = answersFor(patient, fields, today())
    await this.write(
      page.tab,
      patient.lock,
      { ...this.asked(target, page.description.peopleMark, fillMs), request: "fill", answers, overwrite },
      fillMs,
    )
  }

  /**
   * Writes a prepared document on the form that adds one. `nothing`: nothing of it stands there; otherwise it does, or
   * may, where the page did not answer. `peopleMark`: of the telling of the page that was compared with the patient.
   */
  async fillDocument(
    target: FillTarget,
    peopleMark: number,
    id: string,
    prepared: DocumentAnswers,
    overwrite: Fillable[],
  ): Promise<"nothing" | "may-stand"> {
    const request = {
      ...this.asked(target, peopleMark, fileMs),
      request: "fill-document",
      prepared,
      overwrite,
    } as const
    return this.write(target.tab, target.lock, request, fileMs, id)
  }

  /** Why nothing may be filled now for this click. */
  async refusalFor(target: FillTarget): Promise<Refusal | null> {
    return (await this.moved(target)) ?? whyNot(this.state.get())
  }

  refuse(reason: Refusal): void {
    this.set(whereOf(this.state.get()), { state: "refused", reason })
  }

  /** What every request to write says: this document, this page and the people on it, and not later than so. */
  private asked({ document, page }: FillTarget, peopleMark: number, limitMs: number) {
    return { document, page, peopleMark, notAfter: Date.now() + limitMs }
  }

  private async write(
    tab: number,
    lock: string,
    request: Extract<PageRequest, { request: "fill" | "fill-document" }>,
    limitMs: number,
    prepared?: string,
  ): Promise<"nothing" | "may-stand"> {
    const where = whereOf(this.state.get())
    const reply = await askPage(tab, request, limitMs * 2)
    const refused = (reason: Refusal, left: "nothing" | "may-stand" = "nothing") => {
      this.set(where, { state: "refused", reason })
      return left
    }
    if (typeof reply === "string")
      return reply === "nobody" ? refused("page-changed") : refused("page-lost", "may-stand")
    // The card may have been changed while the page worked: then what was written is somebody else's.
    if (this.state.get().patient?.lock !== lock) {
      const undone = await askPage(tab, { request: "undo", document: request.document }, fillMs)
      const clean = typeof undone === "object" && "left" in undone && undone.left === 0
      return refused("patient-changed", clean ? "nothing" : "may-stand")
    }
    if ("refusal" in reply) return refused(reply.refusal)
    this.set(where, { state: "done", receipt: reply.receipt, ...(prepared !== undefined && { prepared }) })
    return reply.receipt.outcomes.some(({ outcome }) => outcome === "filled") ? "may-stand" : "nothing"
  }

  /**
   * What this field would be filled with, as a person would type it; null where it would not be filled now: the same
   * refusals hold as for a fill. Given to our own panel alone, on the person's click.
   */
  async valueOf(target: FillTarget, field: Holding): Promise<string | null> {
    const refusal = await this.refusalFor(target)
    const { patient } = this.state.get()
    if (refusal || !patient) return null
    const answer = answersFor(patient, [field], today())[field]
    if (!answer || "refusal" in answer) return null
    return field === "patient.birthDate" ? frenchDate(answer.value) : answer.value
  }

  /** The page threw away what it took at first: the receipt of that very document is put right. */
  notKept(tab: number, document: unknown, fields: unknown): void {
    const { fill } = this.state.get()
    if (fill?.state !== "done" || fill.tab !== tab || fill.document !== document || !Array.isArray(fields))
      return
    const outcomes = fill.receipt.outcomes.map((it) =>
      it.outcome === "filled" && fields.includes(it.field)
        ? { field: it.field, outcome: "refused" as const, reason: "not-kept" as const }
        : it,
    )
    this.state.set({ fill: { ...fill, receipt: { ...fill.receipt, outcomes } } })
  }

  async undo({ tab, document }: Pick<FillTarget, "tab" | "document">): Promise<void> {
    const where = whereOf(this.state.get())
    const reply = await askPage(tab, { request: "undo", document }, fillMs)
    if (typeof reply === "string") return this.set(where, { state: "refused", reason: "undo-lost" })
    if ("refusal" in reply) return this.set(where, { state: "refused", reason: reply.refusal })
    this.set(where, { state: "undone", ...reply })
  }

  /** What differs now from what the panel showed: another patient, another tab in front, another document. */
  private async moved({ lock, tab, document, page: id }: FillTarget): Promise<Refusal | null> {
    if (this.state.get().patient?.lock !== lock) return "patient-changed"
    if ((await this.tabs.current()) !== tab) {
      // The panel shows another tab than the one in front: it has to look again, or it would say so for ever.
      void this.tabs.look()
      return "page-changed"
    }
    const { page } = this.state.get()
    if (page.state !== "portal" || page.tab !== tab) return "page-changed"
    const { description } = page
    return description.document === document && description.page === id ? null : "page-changed"
  }

  private set(where: Where, what: What): void {
    this.state.set({ fill: { ...where, ...what } })
  }
}

function whereOf({ page }: PanelState): Where {
  if (page.state !== "portal") return { tab: null, document: null, page: null }
  return { tab: page.tab, document: page.description.document, page: page.description.page }
}
