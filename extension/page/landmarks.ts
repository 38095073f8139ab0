import type { BlockText } from "./block-texts"
import { fold } from "./fold"
import { seenText } from "./readable-text"
import { isVisible } from "./visible"

/** Which of the landmarks stand visibly among the texts of a page. Visibility is asked only where one matched. */
export function visibleLandmarks(texts: Iterable<BlockText>, landmarks: readonly string[]): Set<string> {
  const missing = new Map(landmarks.map((landmark) => [landmark, fold(landmark)]))
  const found = new Set<string>()
  for (const { block, folded: here, whole } of texts) {
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
