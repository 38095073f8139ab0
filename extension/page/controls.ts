import type { Control } from "./control"
import { PageLook } from "./look"

export type { Control } from "./control"
export { isLocked, type TextControl } from "./control-kinds"

/** The text fields or radio buttons of the page, its open shadow roots and its same-origin frames. */
export function controlsOf(document: Document, kind: "text" | "choice"): readonly Control[] {
  return new PageLook(document).controls(kind)
}
