import type { CpsCard, Professional } from "../../shared/cards/cps"
import type { ReadersState } from "../../shared/cards/readers"
import type { PageView, ProfessionalView } from "../messages/panel-state"
import { pages } from "../portals/pages"

/**
 * Whether a DMP is open on the portal, as far as its pages were seen, and whose CPS was in the reader then. In memory
 * alone. `by` names the professional (kind and number), `who` is for the eye.
 */
export type OpenDmp = { by: string; who: string | null } | { by: null }

/** The CPS cards that are in the readers. */
export function cpsCards(readers: ReadersState | null): CpsCard[] {
  return (readers?.readers ?? []).flatMap(({ card }) => (card?.kind === "cps" ? [card] : []))
}

/** Names the professional of the one CPS that is there; null for none, several, or one that does not say. */
export function professionalKey(readers: ReadersState | null): string | null {
  const [only, other] = cpsCards(readers)
  return only && !other ? keyOf(only.professional) : null
}

const keyOf = (professional: Professional | null) =>
  professional?.idNat
    ? `${professional.idNat.kind} ${professional.idNat.id} ${professional.idNat.internal ?? ""}`
    : null

/**
 * What is known of the open DMP after this look. A page of the portal outside a DMP ends it, and so does an ended
 * session; another tab in front, or a page that is not known, says nothing of it.
 */
export function openDmpAfter(
  before: OpenDmp | null,
  page: PageView,
  readers: ReadersState | null,
): OpenDmp | null {
  const open = isOpen(before, page)
  if (!open) return null
  if (before?.by) return before
  // The first CPS seen beside the open DMP is the one that opened it; e-CPS leaves none to watch for.
  const [only, other] = cpsCards(readers)
  const by = only && !other ? keyOf(only.professional) : null
  return by === null ? { by: null } : { by, who: nameOf(only?.professional ?? null) }
}

function isOpen(before: OpenDmp | null, page: PageView): boolean {
  if (page.state !== "portal" || page.description.portal !== "webps") return before !== null
  if (page.description.errors.includes("session-expired")) return false
  const { page: id } = page.description
  return id === null ? before !== null : (pages.find((it) => it.id === id)?.dmpOpen ?? false)
}

function nameOf(professional: Professional | null): string | null {
  if (!professional) return null
  return professional.familyName ?? professional.pseudonym
}

/**
 * What the panel warns of while a DMP is open: the CPS that opened it left the reader, or another professional's is
 * there. A card that is being read, or readers that are not known, are no reason for a warning.
 */
export function professionalView(open: OpenDmp | null, readers: ReadersState | null): ProfessionalView {
  const quiet = { left: null, other: false }
  if (!open?.by || !readers || readers.trouble) return quiet
  if (readers.readers.some(({ card }) => card?.kind === "reading")) return quiet
  const there = cpsCards(readers).map(({ professional }) => keyOf(professional))
  if (there.includes(open.by)) return quiet
  return there.length === 0 ? { left: { who: open.who }, other: false } : { left: null, other: true }
}
