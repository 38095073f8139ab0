import type { FilingState } from "../../shared/documents/prepared"

/**
 * Which state of a document may follow which. « filed » is the end of every way, so that nothing is filed twice; it is
 * reached from the portal's form alone, after a refusal too: the person corrects the form there and confirms.
 */
const ways: Record<FilingState["state"], readonly FilingState["state"][]> = {
  waiting: ["waiting", "on-the-form"],
  "on-the-form": ["on-the-form", "waiting", "refused", "to-check", "filed"],
  refused: ["refused", "waiting", "on-the-form", "to-check", "filed"],
  // A person looked at the portal, and says whether it is there.
  "to-check": ["to-check", "waiting", "filed"],
  filed: [],
}

/** Why a document may not come from one state to the other, or null where it may. */
export function filingRefusal(from: FilingState, to: FilingState): "filed" | "not-on-the-form" | null {
  if (from.state === "filed") return "filed"
  return ways[from.state].includes(to.state) ? null : "not-on-the-form"
}
