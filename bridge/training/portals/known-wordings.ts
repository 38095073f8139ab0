import { mesWordings } from "./mes/known-wordings"
import { webpsWordings } from "./webps/known-wordings"
import type { KnownPage } from "./wording"

/** What the imitations are held to by `wordings.test.ts`: every wording that is known of the real pages. */
export const knownPages: readonly KnownPage[] = [
  ...mesWordings,
  ...webpsWordings,
  { portal: "dmp", path: "/", wordings: { recorded: [["click", "Accès DMP"]] } },
  { portal: "dmp", path: "/acces-dmp", wordings: { recorded: [["click", "PRO SANTÉ CONNECT"]] } },
]
