import { vitaleOf } from "../../shared/identity/patient-source"
import type { PanelState } from "../messages/panel-state"
import type { Refusal } from "../portals/vocabulary"
import { vitaleCards } from "./cards-in-readers"
import { comparisonOf } from "./comparison"
import { cardFits, sourcesAgree } from "./patient-lock"

/**
 * Why nothing may be filled now, before any field is looked at. Fictitious people never go to a real portal,
 * and a real patient never goes to an imitation, which may be shown to a room. While a card is being read,
 * or another Vitale card is in a reader, whose data is meant can't be told.
 */
export function whyNot({
  patient,
  page,
  readers,
}: Pick<PanelState, "patient" | "page" | "readers">): Refusal | null {
  if (page.state !== "portal") return "page-unknown"
  if (page.description.page === null) return page.description.reason ?? "page-unknown"
  if (!patient) return "no-patient"
  if (patient.mode === "training" && !page.description.imitation) return "training-on-real"
  if (patient.mode === "live" && page.description.imitation) return "real-on-imitation"
  if (comparisonOf({ patient, page })?.verdict === "different") return "other-patient-shown"
  if (!sourcesAgree(patient)) return "sources-differ"
  if (!readers) {
    // Without a word of the readers the card may have been changed unseen; who was chosen without one stays.
    return vitaleOf(patient.sources) ? "readers-unknown" : null
  }
  if (readers.readers.some(({ card }) => card?.kind === "reading")) return "card-being-read"
  const fits = vitaleCards(readers).map((card) => cardFits(card, patient))
  if (fits.includes("different")) return "other-card-in-reader"
  return fits.includes("cannot-tell") ? "card-to-compare" : null
}
