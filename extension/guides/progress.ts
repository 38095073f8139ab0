import type { CheckId, GuideId } from "./define-guide"

/**
 * How far a person has come. Nothing in it is of a patient: `patient` names the lock, the ticks are forgotten with it.
 * `at`: the step where the pages say the person is. `looking`: a step that is looked at out of turn.
 * `skipped`: steps that the person passed over. `detour`: where to come back to, once the other guide is done.
 * `off`: the person closed the guide, and none starts by itself until one is asked for.
 */
export type Progress = {
  guide: GuideId | null
  at: number
  looking: number | null
  skipped: readonly number[]
  ticks: readonly CheckId[]
  finished: boolean
  paused: boolean
  off: boolean
  detour: Left | null
  /** The page and its loading that were seen last, and for which patient. */
  page: string | null
  document: string | null
  patient: string | null
}

/** Where another guide was left, to come back to it as it was. */
export type Left = { guide: GuideId } & Pick<Progress, "at" | "skipped" | "ticks" | "page" | "document">

export const noProgress: Progress = {
  guide: null,
  at: 1,
  looking: null,
  skipped: [],
  ticks: [],
  finished: false,
  paused: false,
  off: false,
  detour: null,
  page: null,
  document: null,
  patient: null,
}
