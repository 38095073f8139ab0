import type { Page } from "../portals/define-page"
import { standsIn, waysOf } from "./form-parts"
import type { PageLook } from "./look"

/** As long as a label of the nomenclatures may be, and more. */
const longest = 120

/**
 * What stands chosen as situation and practice setting, in the page's words; empty where nothing does. Null on every
 * page that does not ask for both.
 */
export function readPractice(look: PageLook, page: Page): { situation: string; setting: string } | null {
  if (!page.parts?.["practice.situation"] || !page.parts["practice.setting"]) return null
  const chosen = (part: "practice.situation" | "practice.setting") =>
    waysOf(look, page, part).map(standsIn).join(" ").slice(0, longest)
  return { situation: chosen("practice.situation"), setting: chosen("practice.setting") }
}
