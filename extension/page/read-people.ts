import { type Labelled, parseLabelledTraits } from "../../shared/identity/page-traits"
import type { Traits } from "../../shared/identity/traits"
import type { Page } from "../portals/define-page"
import { isVisible } from "./visible"

/** Lists, tables and rows looked at, at the most: a page that shows patients has some dozens. */
const maxGroups = 300
/** People told of, at the most. */
export const maxPeople = 60

/**
 * The people whom the page shows, in its order, each once: as far as its lists (`dt`/`dd`), its tables of two
 * columns and its tables with a row for each person tell. Where a page is known to name people by links alone,
 * their names.
 */
export function peopleOn(document: Document, page: Page | null): Traits[] {
  const people = labelledLists(document).flatMap((group) => {
    const traits = parseLabelledTraits(group)
    return isPerson(traits) ? [traits] : []
  })
  const shown = people.length > 0 ? people : namesIn(document, page?.shows?.names)
  // Two lines that say the very same are two people in a list of names, and one person in two places elsewhere.
  const distinct = people.length > 0 ? eachOnce(shown) : shown
  return distinct.slice(0, maxPeople)
}

function eachOnce(people: readonly Traits[]): Traits[] {
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()]
}

function namesIn(document: Document, idPrefix: string | undefined): Traits[] {
  if (idPrefix === undefined) return []
  const links = [...document.querySelectorAll("a[id]")].slice(0, maxGroups)
  return links
    .filter((link) => link.id.startsWith(idPrefix) && isVisible(link))
    .map((link) => ({ source: "page", wholeName: (link.textContent ?? "").trim().slice(0, 200) }))
}

/** Enough to be somebody: a name or a number, and one thing more. */
function isPerson({ source: _, ...traits }: Traits): boolean {
  const names = Object.keys(traits).some((trait) => /name/i.test(trait))
  return (names || traits.matricule !== undefined) && Object.keys(traits).length >= 2
}

/** The visible lists, tables and rows of the page, each as terms with their values. */
export function labelledLists(document: Document): Labelled[][] {
  const groups: Labelled[][] = []
  for (const list of [...document.querySelectorAll("dl,table")].slice(0, maxGroups)) {
    if (groups.length >= maxGroups) break
    if (!isVisible(list)) continue
    const table = list.localName === "table" ? (list as HTMLTableElement) : null
    groups.push(...(table ? rowsOf(table) : []), besideTerms(list))
  }
  return groups.filter((group) => group.length > 0).slice(0, maxGroups)
}

/** A term and the value beside it: `dt` and `dd`, or `th` and `td`. */
function besideTerms(list: Element): Labelled[] {
  const terms = list.querySelectorAll(list.localName === "dl" ? "dt" : "th")
  return [...terms].flatMap((term) => {
    const value = term.nextElementSibling
    return value?.matches("dd,td") ? [{ label: textOf(term), value: textOf(value) }] : []
  })
}

/** A row for each person under a row of headings. */
function rowsOf(table: HTMLTableElement): Labelled[][] {
  const [head] = table.tHead?.rows ?? []
  if (!head) return []
  const headings = [...head.cells].map(textOf)
  return [...table.tBodies].flatMap((body) =>
    [...body.rows]
      .slice(0, maxGroups)
      .map((row) =>
        [...row.cells].map((cell, column) => ({ label: headings[column] ?? "", value: textOf(cell) })),
      ),
  )
}

const textOf = (element: Element) => element.textContent ?? ""
