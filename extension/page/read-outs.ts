import { type Labelled, parseLabelledTraits } from "../../shared/identity/page-traits"
import type { Traits } from "../../shared/identity/traits"
import { type DmpStatus, dmpStatuses } from "../portals/vocabulary"
import { fold } from "./fold"
import { isVisible } from "./visible"

/** Lists and tables looked at, at the most: a page that shows one patient has a handful. */
const maxGroups = 300

/**
 * The one patient that the page shows, as far as its lists (`dt`/`dd`) and tables (`th`/`td`) tell. Null where
 * none is shown, or several: who is meant can't be told then.
 */
export function shownPatient(document: Document): Traits | null {
  const people = groupsOf(document).flatMap((group) => {
    const traits = parseLabelledTraits(group)
    return isPerson(traits) ? [traits] : []
  })
  const [first, ...others] = people
  if (!first) return null
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first))
  return same ? first : null
}

/** Enough to be somebody: a name or a number, and one thing more. */
function isPerson({ source: _, ...traits }: Traits): boolean {
  const names = Object.keys(traits).some((trait) => /name/i.test(trait))
  return (names || traits.matricule !== undefined) && Object.keys(traits).length >= 2
}

function groupsOf(document: Document): Labelled[][] {
  const groups: Labelled[][] = []
  for (const list of [...document.querySelectorAll("dl,table")].slice(0, maxGroups)) {
    if (!isVisible(list)) continue
    const terms = list.localName === "dl" ? list.querySelectorAll("dt") : list.querySelectorAll("th")
    const group = [...terms].flatMap((term) => {
      const value = term.nextElementSibling
      return value?.matches("dd,td")
        ? [{ label: term.textContent ?? "", value: value.textContent ?? "" }]
        : []
    })
    if (group.length > 0) groups.push(group)
  }
  return groups
}

/**
 * The DMP's status that the page shows beside « Statut »; null where it shows none or several.
 * Source of the three words: Fiche DMP, step 5.
 */
export function shownStatus(document: Document): DmpStatus | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = new Set<DmpStatus>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const around = fold(parent?.parentElement?.textContent?.slice(0, 200) ?? "")
    const status = dmpStatuses.find((it) => fold(node.nodeValue ?? "") === fold(it))
    if (status && parent && around.includes("statut") && isVisible(parent)) found.add(status)
  }
  const [only, other] = found
  return only && other === undefined ? only : null
}
