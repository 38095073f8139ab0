import type { Answers, Holding, Receipt, Refusal } from "../portals/vocabulary"
import { commitPlan, type TakeBack } from "./commit"
import { planFill } from "./plan"
import { recognise } from "./recognise"

export type FillRequest = { page: string; answers: Answers; overwrite: Holding[] }
export type FillResult = { receipt: Receipt } | { refusal: Refusal }

/**
 * The filling of one document: fills the page it was asked for and no other, remembers how to take it back.
 * Plan and commit follow each other in one turn of the event loop, so nothing can come between them.
 */
export class PageFiller {
  private takeBacks: TakeBack[] = []

  constructor(
    private readonly document: Document,
    private readonly location: Pick<Location, "hostname" | "pathname">,
  ) {}

  fill({ page: expected, answers, overwrite }: FillRequest): FillResult {
    const { page, reason } = recognise(this.document, this.location)
    if (!page) return { refusal: reason }
    if (page.id !== expected) return { refusal: "page-changed" }
    const { outcomes, takeBacks } = commitPlan(planFill(this.document, page, answers, overwrite))
    this.takeBacks.push(...takeBacks)
    return { receipt: { page: page.id, outcomes } }
  }

  /** How many writes can still be taken back. */
  get undoable(): number {
    return this.takeBacks.length
  }

  /** Takes back all that was written, last first. What a person changed since stays. Counts of both. */
  undo(): { undone: number; left: number } {
    const takeBacks = this.takeBacks.reverse()
    this.takeBacks = []
    const undone = takeBacks.filter((takeBack) => takeBack()).length
    return { undone, left: takeBacks.length - undone }
  }
}
