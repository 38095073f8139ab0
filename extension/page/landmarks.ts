import type { BlockText } from "./block-texts"
import { fold } from "./fold"
import { seenText } from "./readable-text"
import { isVisible } from "./visible"

/** Which of the landmarks stand visibly among the texts of a page. Visibility is asked only where one matched. */
export function visibleLandmarks(texts: Iterable<BlockText>, landmarks: readonly string[]): Set<string> {
  const missing = new Map(landmarks.map((landmark) => [landmark, fold(landmark)]))
  const found = new Set<string>()
  const any = anyOf([...missing.values()])
  for (const { block, folded: here, whole } of texts) {
    if (!any.test(here)) continue
    for (const [landmark, folded] of missing) {
      if (!here.includes(folded) || !isVisible(block)) continue
      // Text that is split over several elements must be visible in all of them.
      if (whole && !fold(seenText(block) ?? "").includes(folded)) continue
      found.add(landmark)
      missing.delete(landmark)
    }
    if (missing.size === 0) break
  }
  return found
}

/** One expression for all of them: most texts hold none, and one test tells. Made once for each set of landmarks. */
function anyOf(folded: readonly string[]): RegExp {
  const key = folded.join("\n")
  if (last?.key !== key) {
    const escaped = folded.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    last = { key, any: new RegExp(escaped.length > 0 ? escaped.join("|") : "(?!)") }
  }
  return last.any
}
let last: { key: string; any: RegExp } | undefined
