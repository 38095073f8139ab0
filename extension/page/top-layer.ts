import type { Root } from "./roots"

/**
 * What lies in the top layer of this document, above everything else: open modal dialogs, popovers, an element on the
 * full screen. What was opened last lies on top. A frame has a top layer of its own, which ends at its border.
 */
export function topLayerOf(document: Document, roots: readonly Root[]): Element[] {
  const inside = roots.filter((it) => it === document || it.ownerDocument === document)
  try {
    return inside.flatMap((root) => [...root.querySelectorAll(":is(:modal,:popover-open)")])
  } catch {
    // A browser that does not know the selectors has nothing to be above.
    return []
  }
}
