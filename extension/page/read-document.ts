import { type DocumentTrait, type DocumentTraits, documentIn, written } from "../../shared/documents/traits"
import type { Page } from "../portals/define-page"
import type { FormPart } from "../portals/vocabulary"
import { standsIn, waysOf } from "./form-parts"
import type { PageLook } from "./look"
import { labelledLists } from "./read-people"
import { isVisible } from "./visible"

const parts: Record<DocumentTrait, FormPart> = {
  content: "document.content",
  type: "document.type",
  title: "document.title",
  date: "document.date",
  comment: "document.comment",
  visibility: "document.visibility",
}

/**
 * The document that the page is about: what stands in its form, or what its synthesis shows. Told to the background
 * alone, to be compared before the person confirms. Null where the page tells nothing of it.
 */
export function readDocument(look: PageLook, page: Page): DocumentTraits | null {
  const traits = page.parts
    ? inForm(look, page)
    : { ...quoted(look, page), ...documentIn(labelledLists(look.document).flat()) }
  return Object.keys(traits).length > 0 ? traits : null
}

/** « Le document « Radio » a été ajouté »: the title alone, where the page quotes one. */
function quoted(look: PageLook, page: Page): DocumentTraits {
  if (page.shows?.document !== "quoted") return {}
  for (const { block } of look.allTexts()) {
    const [, title] =
      /document\s*[«“"]\s*([^«»“”"]+?)\s*[»”"]/i.exec(block.textContent?.slice(0, 500) ?? "") ?? []
    if (title !== undefined && isVisible(block)) return { title: written("title", title) }
  }
  return {}
}

function inForm(look: PageLook, page: Page): DocumentTraits {
  const told = (Object.entries(parts) as [DocumentTrait, FormPart][]).flatMap(([trait, part]) => {
    const ways = waysOf(look, page, part)
    if (ways.length === 0) return []
    const text = ways.map(standsIn).find((it) => it !== "") ?? ""
    return [[trait, written(trait, text)] as const]
  })
  return Object.fromEntries(told)
}
