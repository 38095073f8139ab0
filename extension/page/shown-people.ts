import type { Traits } from "../../shared/identity/traits"
import type { Page } from "../portals/define-page"
import { peopleOn } from "./read-people"

/**
 * The people whom the page shows, with a mark that changes whenever they do. The background compares what it was
 * told with the patient; the mark it gives back says which telling that was, so that a page which shows somebody
 * else by then is not filled. It counts, and says nothing of anybody.
 */
export class ShownPeople {
  private last = "[]"
  private mark = 0

  constructor(private readonly document: Document) {}

  read(page: Page | null): { people: Traits[]; mark: number } {
    const people = peopleOn(this.document, page)
    const now = JSON.stringify(people)
    if (now !== this.last) this.mark += 1
    this.last = now
    return { people, mark: this.mark }
  }
}
