import type { PageView } from "../messages/panel-state"
import { keyOf, type Text } from "./text"

type Portal = Extract<PageView, { state: "portal" }>

/** What the page in front is called, or why it has no name. */
export function pageName({ description: { page, reason } }: Portal, text: Text): string {
  return text(page === null ? unknownKey(reason) : keyOf("page", page))
}

/** Why a page is not known, as the key of its sentence; `…_detail` says what to do. */
export function unknownKey(reason: Portal["description"]["reason"]) {
  return keyOf("page", (reason ?? "page-unknown").replace("page-", ""))
}

/** Whose page it is: `DMP professionnel · imitation`. */
export function portalName({ description: { portal, imitation } }: Portal, text: Text): string {
  return `${text(`portal_${portal}`)}${imitation ? ` · ${text("portal_imitation")}` : ""}`
}
