import { activate } from "./activate"
import type { Guide, GuideId, Step } from "./define-guide"
import { feed } from "./feed"

export const guides: Readonly<Record<GuideId, Guide>> = { activate, feed }

/** The step of this number; numbers outside the guide give its first or its last one. */
export function stepOf(guide: GuideId, number: number): Step {
  const { steps } = guides[guide]
  const at = Math.min(Math.max(1, number), steps.length)
  // A guide has at least one step, and `at` is the place of one.
  return steps[at - 1] as Step
}

/** The guide to which a page belongs, the one followed first; null for a page of none. */
export function guideWith(page: string | null, first: GuideId | null): GuideId | null {
  if (page === null) return null
  const order = (Object.keys(guides) as GuideId[]).toSorted((one) => (one === first ? -1 : 1))
  return order.find((id) => guides[id].steps.some((step) => page in step.pages)) ?? null
}
