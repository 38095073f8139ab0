import type { Page } from "./define-page"
import { pages as builtIn } from "./pages"
import { type PortalPack, withPacks } from "./with-packs"

let current: readonly Page[] = builtIn
let applied = "[]"

/** What we know of the pages, as it is in force here: built in, and corrected by the packs that were put in force. */
export const pagesInForce = (): readonly Page[] => current

/** Puts these packs in force in the place of those before, the later over the earlier. True when that changed anything. */
export function putInForce(packs: readonly PortalPack[]): boolean {
  const next = JSON.stringify(packs)
  if (next === applied) return false
  applied = next
  current = withPacks(builtIn, packs)
  return true
}
