import { steps, weightOf } from "./legible"

/** The bytes of the whole file at a step of `legible.ts`, by its index; measured, or guessed from a few of its pages. */
export type Tried = { step: number; bytes: number }

/** What is guessed to fit may be a little larger in fact. */
const margin = 0.97
/** Once something fits, so many tries are enough: a better one is not worth a person's time. */
const enough = 4

/**
 * Which step to try next, so that the file keeps as much as `limit` bytes allow; null when the answer is among those
 * tried, or when even the last step does not fit. `reference`: what the guess goes by. Total; with each answer one step
 * less remains, so that it ends.
 */
export function nextStep(
  dpi: number,
  tried: readonly Tried[],
  limit: number,
  reference: Tried | undefined = tried.at(-1),
): number | null {
  const fitting = tried.filter(({ bytes }) => bytes <= limit).map(({ step }) => step)
  const first = Math.max(-1, ...tried.filter(({ bytes }) => bytes > limit).map(({ step }) => step)) + 1
  const last = Math.min(steps.length, ...fitting) - 1
  if (first > last || (fitting.length > 0 && tried.length >= enough)) return null
  if (reference === undefined) return first
  const unit = reference.bytes / weightAt(dpi, reference.step)
  for (let step = first; step <= last; step += 1)
    if (unit * weightAt(dpi, step) <= limit * margin) return step
  return fitting.length > 0 ? null : last
}

function weightAt(dpi: number, index: number): number {
  const step = steps[index]
  return step === undefined ? 1 : weightOf(dpi, step)
}
