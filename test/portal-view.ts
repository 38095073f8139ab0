import type { PageView } from "../extension/messages/panel-state"
import type { PageDescription } from "../extension/portals/vocabulary"

type PortalView = Extract<PageView, { state: "portal" }>

/** A portal's page as the background sees it, for unit tests: quiet, but for what the test is about. */
export function portalView(
  said: Partial<PageDescription> = {},
  seen: Partial<Omit<PortalView, "state" | "description">> = {},
): PortalView {
  return {
    state: "portal",
    tab: 1,
    description: {
      portal: "webps",
      imitation: false,
      document: "0123456789abcdef",
      page: null,
      reason: null,
      fields: [],
      undoable: 0,
      showsPatient: false,
      status: null,
      errors: [],
      parts: [],
      counters: [],
      peopleMark: 0,
      ...said,
    },
    shown: null,
    listed: [],
    filing: null,
    practice: null,
    ...seen,
  }
}
