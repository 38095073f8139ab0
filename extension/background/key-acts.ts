import type { Command } from "../messages/commands"
import type { PanelState } from "../messages/panel-state"

/** The keys that a person may press anywhere in the browser; opening the panel is the browser's own. */
export const keyNames = ["fill", "next-step", "next-patient"] as const

/**
 * What a key asks for: the very command that the panel's button would send for what the panel shows now; null where
 * there would be no such button, and for a key that is not ours. Nobody may ask this while no panel is open: a person
 * sees in it whose data they fill.
 */
export function commandOf(
  name: string,
  { patient, page, guide }: Pick<PanelState, "patient" | "page" | "guide">,
): Command | null {
  switch (name) {
    case "fill": {
      if (!patient || page.state !== "portal") return null
      const { document, page: id, fields } = page.description
      if (id === null || fields.length === 0) return null
      return {
        command: "fill",
        target: { lock: patient.lock, tab: page.tab, document, page: id },
        overwrite: [],
      }
    }
    case "next-step":
      return guide.state === "running" && guide.step < guide.of
        ? { command: "guide", asked: { act: "skip" } }
        : null
    case "next-patient":
      return patient ? { command: "next-patient" } : null
    default:
      return null
  }
}
