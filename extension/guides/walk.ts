import { branches } from "./branches"
import type { Branch, CheckId, Guide, GuideId, Step } from "./define-guide"
import { guides, guideWith, stepOf } from "./guides"
import { type Left, noProgress, type Progress } from "./progress"
import { holds, type Sighting } from "./sighting"

/** What a person asks of a guide. Doing the real thing on the page needs none of it. */
export type GuideAct =
  | { act: "follow"; guide: GuideId }
  | { act: "tick"; check: CheckId; ticked: boolean }
  | { act: "skip" }
  | { act: "look"; step: number | null }
  | { act: "start-over" }
  | { act: "pause" }
  | { act: "resume" }
  | { act: "close" }
  | { act: "come-back" }

/** What happened: a page was seen, or a person asked for something. */
export type GuideEvent = { seen: Sighting } | { asked: GuideAct; seen: Sighting }

/**
 * Walks on: pure, total, and the same for the live guide, the trainer and the tests. Whatever happens in whatever
 * order, the step is the one that the page in front says; where it says none, the person stays where they were.
 */
export function walk(progress: Progress, event: GuideEvent): Progress {
  const next = "asked" in event ? asked(progress, event.asked, event.seen) : progress
  return see(next, event.seen)
}

function asked(progress: Progress, ask: GuideAct, seen: Sighting): Progress {
  switch (ask.act) {
    case "follow":
      // The same guide goes on; the other one starts.
      if (ask.guide === progress.guide && !progress.finished) return { ...awake(progress), page: null }
      // The page in front may be the other guide's: it is no reason to go back before it changes.
      return { ...begun(progress, ask.guide), page: seen.page, document: seen.document }
    case "tick":
      return { ...progress, ticks: ticked(progress.ticks, ask.check, ask.ticked) }
    case "skip":
      return skip(progress)
    case "look":
      return { ...progress, looking: ask.step === progress.at ? null : ask.step }
    case "start-over":
      return { ...noProgress, patient: progress.patient, guide: progress.guide }
    case "pause":
      return { ...progress, paused: true, looking: null }
    case "resume":
      return { ...awake(progress), page: null }
    case "close":
      return { ...noProgress, patient: progress.patient, off: true }
    case "come-back":
      return progress.detour ? backFrom(progress, progress.detour) : progress
  }
}

const awake = (progress: Progress): Progress => ({ ...progress, paused: false, off: false, looking: null })

/** Another guide begins, and remembers where the one before stood, unless that was done or had hardly begun. */
function begun(progress: Progress, guide: GuideId): Progress {
  if (progress.detour?.guide === guide) return backFrom(progress, progress.detour)
  return { ...noProgress, patient: progress.patient, guide, detour: leftAt(progress) }
}

function leftAt({ guide, at, finished, skipped, ticks, page, document }: Progress): Left | null {
  return guide === null || finished || at <= 2 ? null : { guide, at, skipped, ticks, page, document }
}

function backFrom(progress: Progress, left: Left): Progress {
  return { ...noProgress, patient: progress.patient, ...left }
}

function ticked(ticks: readonly CheckId[], check: CheckId, on: boolean): readonly CheckId[] {
  const others = ticks.filter((it) => it !== check)
  return on ? [...others, check] : others
}

/** Passes over the step where the person is, or the one they look at. The page is left as it is. */
function skip(progress: Progress): Progress {
  const { guide, at, looking, skipped } = progress
  if (guide === null || progress.paused) return progress
  const last = guides[guide].steps.length
  if (looking !== null) return { ...progress, looking: looking + 1 >= at ? null : looking + 1 }
  return at >= last ? progress : { ...progress, at: at + 1, skipped: [...skipped, at] }
}

function see(before: Progress, seen: Sighting): Progress {
  const progress = forPatient(guided(before, seen), seen)
  if (progress.guide === null || progress.paused) return progress
  const guide = guides[progress.guide]
  const here = guide.steps.filter((step) => seen.page !== null && seen.page in step.pages)
  const [first] = here
  const moved = hasMoved(progress, seen)
  const where = { page: seen.page, document: seen.document }
  if (!first) {
    // No page of a step: the login, another site, an error. The person is where they were, or has just arrived.
    const at = progress.at === 1 && isDone(stepOf(guide.id, 1), seen, []) ? 2 : progress.at
    // Nothing is forgotten while the tab in front is another one: coming back to the same page is no move.
    return seen.place === "portal" ? { ...progress, at, ...where } : { ...progress, at }
  }
  const ends = seen.page !== null && guide.ends.includes(seen.page)
  // The page of the last document is still there when the next patient comes: it ends nothing for them.
  if (ends && !moved && !progress.finished) return progress
  // A page that was reached anew asks its own steps again: what was skipped or ticked from here on was another round.
  // The same page loaded again (a refused form) is the same round.
  const again = seen.page !== progress.page
  const skipped = again ? progress.skipped.filter((it) => it < first.number) : progress.skipped
  const kept = again ? progress.ticks.filter((it) => stepWith(guide, it) < first.number) : progress.ticks
  // Nobody has checked that somebody else is the patient.
  const ticks = seen.otherPerson ? kept.filter((it) => it !== "identity" && it !== "authorisation") : kept
  const at = placeAmong(here, guide, seen, { skipped, ticks })
  const looking = moved || progress.looking === at ? null : progress.looking
  return { ...progress, at, skipped, ticks, finished: ends, looking, ...where }
}

const hasMoved = ({ page, document }: Progress, seen: Sighting): boolean =>
  seen.page !== page || seen.document !== document

/** The first step of this page that is neither done nor passed over; else the last, or the one behind it if that was passed over. */
function placeAmong(
  here: readonly Step[],
  guide: Guide,
  seen: Sighting,
  { skipped, ticks }: Pick<Progress, "skipped" | "ticks">,
): number {
  const open = here.find((step) => !skipped.includes(step.number) && !isDone(step, seen, ticks))
  const last = here.at(-1)?.number ?? 1
  if (open) return open.number
  return Math.min(skipped.includes(last) ? last + 1 : last, guide.steps.length)
}

/** Whether the step is done as far as this page and the ticks tell; steps done by `next` never are on their own page. */
export function isDone({ done, checks = [] }: Step, seen: Sighting, ticks: readonly CheckId[]): boolean {
  switch (done.by) {
    case "next":
      return false
    case "portals":
      return seen.portal !== null && done.portals.includes(seen.portal)
    case "parts":
      return done.parts.every((part) => seen.parts[part] === "given")
    case "checks":
      return (done.orCard === true && seen.vitaleRead) || checks.every((check) => ticks.includes(check))
  }
}

const stepWith = (guide: Guide, check: CheckId): number =>
  guide.steps.find(({ checks }) => checks?.includes(check))?.number ?? 0

/**
 * Which guide is followed: the one that the page in front belongs to, as long as the person did not close or pause it.
 * So a DMP that is closed leads to the activation by the portal's own link, and the way back is remembered.
 */
function guided(progress: Progress, seen: Sighting): Progress {
  if (progress.off || progress.paused || !hasMoved(progress, seen)) return progress
  const belongs = guideWith(seen.page, progress.guide)
  return belongs === null || belongs === progress.guide ? progress : begun(progress, belongs)
}

/** Ticks and passed steps are about one patient: another one, or none, starts at the patient's first step. */
function forPatient(progress: Progress, seen: Sighting): Progress {
  if (seen.patient === progress.patient) return progress
  // The first patient changes nothing: nobody else's ticks are there.
  const first = progress.patient === null
  const { detour } = progress
  const next = {
    ...progress,
    patient: seen.patient,
    ticks: first ? progress.ticks : [],
    detour: detour && !first ? { ...detour, ticks: [] } : detour,
  }
  if (progress.guide === null || progress.patient === null) return next
  const { patientFrom } = guides[progress.guide]
  const at = progress.finished ? patientFrom : progress.at
  return { ...next, at, finished: false, skipped: progress.skipped.filter((it) => it < patientFrom) }
}

/** The branches that hold here, in the order of the table. */
export function activeBranches(guide: GuideId, at: number, seen: Sighting): Branch[] {
  return branches.filter(
    (branch) =>
      branch.guide === guide && branch.steps.includes(at) && branch.when.every((when) => holds(when, seen)),
  )
}
