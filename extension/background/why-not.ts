import type { PanelState } from "../messages/panel-state"
import type { Refusal } from "../portals/vocabulary"

/**
 * Why nothing may be filled now, before any field is looked at. Fictitious people never go to a real portal,
 * and a real patient never goes to an imitation, which may be shown to a room.
 */
export function whyNot({ patient, page }: Pick<PanelState, "patient" | "page">): Refusal | null {
  if (page.state !== "portal") return "page-unknown"
  if (page.description.page === null) return page.description.reason ?? "page-unknown"
  if (!patient) return "no-patient"
  if (patient.mode === "training" && !page.description.imitation) return "training-on-real"
  if (patient.mode === "live" && page.description.imitation) return "real-on-imitation"
  return null
}
