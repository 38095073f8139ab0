import type { PortalId } from "../../shared/hosts"
import type { FormPart, KnownError, TargetId } from "../portals/vocabulary"
import type { Branch, CheckId, GuideId, Moment, Step } from "./define-guide"
import { guides, stepOf } from "./guides"
import type { Progress } from "./progress"
import type { Sighting } from "./sighting"
import { activeBranches, isDone } from "./walk"

/**
 * How one step stands. `passed`: the person went on without ticking what the Fiche asks of them. `skipped`: passed
 * over on purpose. `now`: where the page says they are.
 */
export const stepStates = ["done", "passed", "skipped", "now", "todo"] as const
export type StepState = (typeof stepStates)[number]

/**
 * Where the page in front is no page of the step. `elsewhere`: another page of the portals, known or not. The others:
 * nothing is seen.
 */
export type OffPath = "elsewhere" | "no-portal" | "inert" | "reload-needed" | "no-access"

/** `errors`: the portal's own error that it tells of, so that it is told once. */
export type BranchView = Pick<Branch, "id" | "tone" | "leads"> & { errors: KnownError[] }

/** All that the panel shows of a guide. */
export type GuideView =
  /** None is followed: the person may choose one. `off`: they closed it. */
  | { state: "none"; off: boolean }
  | { state: "paused"; guide: GuideId; step: number; of: number }
  | {
      state: "running"
      guide: GuideId
      /** The step shown: where the page says the person is (`at`), or one that they look at. */
      step: number
      at: number
      of: number
      steps: { number: number; state: StepState }[]
      /** The sentence of what to do now, or null where the page in front is no page of the step. */
      text: string | null
      target: TargetId | null
      fills: boolean
      checks: { check: CheckId; ticked: boolean }[]
      branches: BranchView[]
      off: OffPath | null
      /** What the form still lacks at this step. */
      lacks: FormPart[]
      /** The portal where this step happens. */
      opens: PortalId
      finished: boolean
      /** The other guide, to which one comes back afterwards. */
      detour: { guide: GuideId; step: number } | null
    }

/** What there is to show: pure, from the progress and what is seen now. */
export function viewOf(progress: Progress, seen: Sighting): GuideView {
  const { guide, at, looking, paused, off, finished, detour, ticks } = progress
  if (guide === null) return { state: "none", off }
  const of = guides[guide].steps.length
  if (paused) return { state: "paused", guide, step: at, of }
  const step = stepOf(guide, looking ?? at)
  const moment: Moment | null = (seen.page === null ? undefined : step.pages[seen.page]) ?? null
  const branches = looking === null ? activeBranches(guide, at, seen) : []
  return {
    state: "running",
    guide,
    step: step.number,
    at,
    of,
    steps: guides[guide].steps.map((it) => ({ number: it.number, state: stateOf(it, progress, seen) })),
    text: moment?.text ?? null,
    // The way on leads into somebody else's record: nothing is pointed at.
    target: moment && !seen.otherPerson ? targetOf(moment, seen) : null,
    fills: moment?.fills === true,
    checks: (step.checks ?? []).map((check) => ({ check, ticked: ticks.includes(check) })),
    branches: branches.map(({ id, tone, leads, when }) => ({
      id,
      tone,
      leads,
      errors: when.flatMap((it) => ("error" in it ? [it.error] : [])),
    })),
    off: looking === null && branches.length === 0 ? offPath(step, seen) : null,
    lacks: lacking(step, seen),
    opens: step.opens,
    finished,
    detour: detour && { guide: detour.guide, step: detour.at },
  }
}

function stateOf(step: Step, { at, skipped, ticks, finished }: Progress, seen: Sighting): StepState {
  if (!finished && step.number === at) return "now"
  if (!finished && step.number > at) return "todo"
  if (skipped.includes(step.number)) return "skipped"
  return step.done.by === "checks" && !isDone(step, seen, ticks) ? "passed" : "done"
}

/** The first target whose condition holds; what we don't know of a part is no reason to point at it. */
function targetOf({ targets }: Moment, seen: Sighting): TargetId | null {
  const chosen = targets.find(({ when }) => {
    if (!when) return true
    return "answers" in when ? seen.answers[when.answers] === "ready" : seen.parts[when.empty] === "empty"
  })
  return chosen?.target ?? null
}

function lacking({ done }: Step, seen: Sighting): FormPart[] {
  return done.by === "parts" ? done.parts.filter((part) => seen.parts[part] === "empty") : []
}

function offPath(step: Step, seen: Sighting): OffPath | null {
  if (seen.page !== null && seen.page in step.pages) return null
  // The login is nobody's to see, and the first step starts anywhere.
  const unseen = seen.place === "no-portal" || seen.place === "inert"
  if (unseen && step.number === 1) return null
  if (step.unseen && (unseen || seen.page === null)) return null
  if (seen.place !== "portal") return seen.place
  // A step that was passed over waits for its page; the one in front is still the page before.
  return "elsewhere"
}
