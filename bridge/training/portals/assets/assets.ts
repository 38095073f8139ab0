import { icon } from "./icon"
import { script } from "./script"
import { style } from "./style"

/** The only files that the pages load. Constants, so that the bundle of the bridge holds them. */
export const assets: Record<string, { type: string; content: string } | undefined> = {
  "/imitation/style.css": { type: "text/css; charset=utf-8", content: style },
  "/imitation/script.js": { type: "text/javascript; charset=utf-8", content: script },
  "/imitation/icon.svg": { type: "image/svg+xml", content: icon },
}
