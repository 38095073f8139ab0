import type { CpsCard } from "../../shared/cards/cps"
import type { ReadersState } from "../../shared/cards/readers"
import type { PageView, PanelState, ProfessionalView } from "../messages/panel-state"
import { pages } from "../portals/pages"

/**
 * The DMP that is open on the portal, as far as its pages were seen, in which tab, and whose CPS was in a reader then.
 * In memory alone. `cps`: `none` for a DMP opened without a card (e-CPS), which leaves none to watch for; `unknown`
 * while the readers have said nothing sure since it was opened.
 */
export type OpenDmp = { tab: number; cps: "unknown" | "none" | OwnCps }

/** `person` names the professional (kind and number), or is null where no one person is told. `who` is for the eye. */
type OwnCps = { person: string | null; who: string | null }

/** Whose CPS is there: one person's, nobody's (no card, or one that says no number), two people's, or not known yet. */
export type WhoseCps = { person: string } | "nobody" | "several" | "unknown"

/** Whose CPS is in the readers now. A bridge in trouble is a computer without a reader: that is nobody's. */
export function whoseCps({ link, readers }: Pick<PanelState, "link" | "readers">): WhoseCps {
  if (link.state !== "trouble" && !readers) return "unknown"
  if (readers && isReading(readers)) return "unknown"
  const [only, other] = cpsCards(readers)
  if (other) return "several"
  const person = only ? personOf(only) : null
  return person === null ? "nobody" : { person }
}

/**
 * What is known of the open DMP after this look. A page of the portal outside a DMP ends it, and so does an ended
 * session; another tab in front, or a page that is not known, says nothing of it.
 */
export function openDmpAfter(
  before: OpenDmp | null,
  page: PageView,
  readers: ReadersState | null,
): OpenDmp | null {
  const cps = before && before.cps !== "unknown" ? before.cps : cpsNow(readers)
  if (page.state !== "portal" || page.description.portal !== "webps") return before && { ...before, cps }
  const { page: id, errors } = page.description
  if (errors.includes("session-expired")) return null
  if (id === null) return before && { ...before, cps }
  return pages.find((it) => it.id === id)?.dmpOpen ? { tab: page.tab, cps } : null
}

/** A closed tab leaves nobody in front of the DMP that stood in it. */
export function openDmpWithout(before: OpenDmp | null, closedTab: number): OpenDmp | null {
  return before?.tab === closedTab ? null : before
}

/**
 * What the panel warns of while a DMP is open: the CPS that was there left the reader, or another professional's is
 * there. A card that is being read, or readers that are not known, are no reason for a warning; a card that does not
 * say whose it is may be the same one, read otherwise.
 */
export function professionalView(open: OpenDmp | null, readers: ReadersState | null): ProfessionalView {
  const quiet = { left: null, other: false }
  if (!open || open.cps === "unknown" || open.cps === "none" || !isSure(readers)) return quiet
  const { person, who } = open.cps
  const there = cpsCards(readers).map(personOf)
  if (there.length === 0) return { left: { who }, other: false }
  return { left: null, other: person !== null && there.every((it) => it !== null && it !== person) }
}

function cpsNow(readers: ReadersState | null): OpenDmp["cps"] {
  if (!isSure(readers)) return "unknown"
  const [only, other] = cpsCards(readers)
  if (!only) return "none"
  return other ? { person: null, who: null } : { person: personOf(only), who: nameOf(only) }
}

const isSure = (readers: ReadersState | null) => readers !== null && !readers.trouble && !isReading(readers)

const isReading = ({ readers }: ReadersState) => readers.some(({ card }) => card?.kind === "reading")

function cpsCards(readers: ReadersState | null): CpsCard[] {
  return (readers?.readers ?? []).flatMap(({ card }) => (card?.kind === "cps" ? [card] : []))
}

function personOf({ professional }: CpsCard): string | null {
  const { kind, id, internal } = professional?.idNat ?? {}
  return id === undefined ? null : `${kind} ${id} ${internal ?? ""}`
}

const nameOf = ({ professional }: CpsCard) => professional?.familyName ?? professional?.pseudonym ?? null
