import type { Page } from "../portals/define-page"
import type {
  Answers,
  DocumentAnswers,
  Fillable,
  Holding,
  Outcome,
  Receipt,
  Refusal,
} from "../portals/vocabulary"
import { commitPlan } from "./commit"
import { Drift } from "./drift"
import { fillDocument, writable } from "./fill-document"
import { fieldsNotKept } from "./kept"
import { PageLook } from "./look"
import { planFill } from "./plan"
import { recognise } from "./recognise"
import { ShownPeople } from "./shown-people"
import type { Written } from "./written"

/** `peopleMark`: which telling of the people on the page was compared with the patient (`shown-people.ts`). */
type Expected = { page: string; peopleMark: number }
export type FillRequest = Expected & { answers: Answers; overwrite: Holding[] }
export type DocumentRequest = Expected & { prepared: DocumentAnswers; overwrite: Fillable[] }
export type FillResult = { receipt: Receipt } | { refusal: Refusal }

/**
 * The filling of one document: fills the page it was asked for and no other, remembers how to take it back.
 * Plan and commit follow each other in one turn of the event loop, so nothing but the page's own listeners can
 * come between them; the commit watches for what those do.
 */
export class PageFiller {
  private written: Written[] = []
  private last: { receipt: Receipt; written: readonly Written[] } | null = null
  private watching = new AbortController()

  constructor(
    private readonly document: Document,
    private readonly location: Pick<Location, "hostname" | "pathname">,
    private readonly shown = new ShownPeople(document),
  ) {}

  fill({ answers, overwrite, ...expected }: FillRequest): FillResult {
    return this.carryOut(expected, (page, look, drift) =>
      commitPlan(planFill(this.document, page, answers, overwrite, look), drift),
    )
  }

  /** Writes a prepared document into the form that adds one. */
  fillDocument({ prepared, overwrite, ...expected }: DocumentRequest): FillResult {
    const document = writable(prepared)
    if (!document) return { refusal: "file-damaged" }
    return this.carryOut(expected, (page, look, drift) =>
      fillDocument(page, document, overwrite, look, drift),
    )
  }

  private carryOut(
    { page: expected, peopleMark }: Expected,
    work: (page: Page, look: PageLook, drift: Drift) => { outcomes: Outcome[]; written: Written[] },
  ): FillResult {
    this.watching.abort()
    this.last = null
    const look = new PageLook(this.document)
    const { page, reason } = recognise(this.document, this.location, look)
    if (!page) return { refusal: reason }
    if (page.id !== expected) return { refusal: "page-changed" }
    if (this.shown.read(page).mark !== peopleMark) return { refusal: "shown-changed" }
    const drift = new Drift(page, this.document, this.location, look, this.shown)
    const { outcomes, written } = work(page, look, drift)
    drift.stop()
    // Our patient's data beside somebody else's name: not one field of it stays.
    if (this.shown.read(page).mark !== peopleMark) {
      this.written.push(...[...written].reverse().filter((it) => !takenBack(it)))
      return { refusal: "shown-changed" }
    }
    this.written.push(...written)
    const receipt = { page: page.id, outcomes }
    this.last = { receipt, written }
    return { receipt }
  }

  /**
   * Waits half a second after a fill and gives its receipt anew if the page threw something away meanwhile:
   * those fields are then `refused: not-kept`. Null where all was kept, the page went on, or the fill was
   * undone or followed by another.
   */
  async watchKept(): Promise<Receipt | null> {
    if (!this.last) return null
    const { receipt, written } = this.last
    this.watching.abort()
    this.watching = new AbortController()
    const lost = await fieldsNotKept(this.document, written, this.watching.signal)
    if (lost.length === 0) return null
    this.written = this.written.filter((it) => !written.includes(it) || it.state() !== "cleared")
    const outcomes = receipt.outcomes.map((it) =>
      lost.includes(it.field) && it.outcome === "filled"
        ? { field: it.field, outcome: "refused" as const, reason: "not-kept" as const }
        : it,
    )
    return { ...receipt, outcomes }
  }

  /** How many writes stand on the page as we left them, and can be taken back now. */
  get undoable(): number {
    return this.written.filter((it) => it.state() === "kept").length
  }

  /**
   * Takes back all that was written, last first. What a person changed since stays; what can't be taken back
   * now (a field that is locked for a moment, or went away with its page) is remembered for another try.
   */
  undo(): { undone: number; left: number; unchecked: number } {
    this.watching.abort()
    this.last = null
    const before = this.written
    const rest = [...before].reverse().filter((it) => !takenBack(it))
    this.written = rest.filter((it) => it.state() === "kept" || it.state() === "gone").reverse()
    const unchecked = before.filter((it) => it.unchecks && !rest.includes(it)).length
    return { undone: before.length - rest.length, left: rest.length, unchecked }
  }
}

/** A listener of the page that throws must not keep the other fields from being taken back. */
function takenBack(written: Written): boolean {
  try {
    return written.takeBack()
  } catch {
    return false
  }
}
