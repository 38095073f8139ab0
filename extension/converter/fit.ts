import type { ConvertProgress } from "./conversion"
import { type Step, steps } from "./legible"
import { nextStep, type Tried } from "./next-step"

/** What a task of the worker has: whom to tell, and when to stop (`throwIfAborted` between any two pages). */
export type Work = { tell: (progress: ConvertProgress) => void; stop: AbortSignal }

/** A picture at a step: a JPEG, or null where it stays as it came. Bytes. */
export type Piece = { size: number; jpeg: Uint8Array | null }

/** A picture, alone or of a PDF, that can be had smaller. At the first step it is as it came, where it may be so. */
export type Shrinkable = {
  dpi: number
  at(step: Step): Promise<Piece>
  /** Lets go of the memory that `at` took. */
  release(): void
}

/** The pieces in the order of the pictures; `step`: index of the step. */
export type Fitted = { pieces: readonly Piece[]; step: number }

/** So many pictures tell how the others will do. */
const sampleSize = 2

/**
 * The pictures of one file at the first step at which they fit within `limit` bytes together; or how many bytes they
 * have at the last. A step at which a picture would grow leaves it as it came.
 */
export async function fitWithin(
  items: readonly Shrinkable[],
  limit: number,
  work: Work,
): Promise<Fitted | { floorBytes: number }> {
  const dpi = Math.max(...items.map((item) => item.dpi))
  const tried: Tried[] = []
  let best: Fitted | null = null
  let first: readonly Piece[] = []
  for (let step = nextStep(dpi, tried, limit); step !== null; ) {
    const pieces: readonly Piece[] = await all(items, step, first, work)
    if (step === 0) first = pieces
    tried.push({ step, bytes: total(pieces) })
    if (total(pieces) <= limit && step < (best?.step ?? steps.length)) best = { pieces, step }
    step = nextStep(dpi, tried, limit)
    if (step !== null && items.length > 2 * sampleSize && tried.length === 1)
      step = nextStep(dpi, tried, limit, await guess(items, first, step, work))
  }
  return best ?? { floorBytes: Math.min(...tried.map(({ bytes }) => bytes)) }
}

async function all(
  items: readonly Shrinkable[],
  index: number,
  first: readonly Piece[],
  work: Work,
): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const [at, item] of items.entries()) {
    work.tell({ page: at + 1, pages: items.length })
    pieces.push(await smaller(item, index, first[at]))
    if (items.length > 1) item.release()
    work.stop.throwIfAborted()
  }
  return pieces
}

async function smaller(item: Shrinkable, index: number, first: Piece | undefined): Promise<Piece> {
  const step = steps[index]
  if (step === undefined) throw new Error("no such step")
  const piece = await item.at(step)
  return first !== undefined && first.size <= piece.size ? first : piece
}

/** What all pictures would have at a step, from the largest few of them. */
async function guess(
  items: readonly Shrinkable[],
  first: readonly Piece[],
  step: number,
  work: Work,
): Promise<Tried> {
  const largest = [...items.keys()]
    .sort((one, other) => (first[other]?.size ?? 0) - (first[one]?.size ?? 0))
    .slice(0, sampleSize)
  let before = 0
  let after = 0
  for (const at of largest) {
    const [item, original] = [items[at], first[at]]
    if (item === undefined || original === undefined) continue
    before += original.size
    after += (await smaller(item, step, original)).size
    item.release()
    work.stop.throwIfAborted()
  }
  return { step, bytes: (total(first) * after) / Math.max(1, before) }
}

const total = (pieces: readonly Piece[]) => pieces.reduce((sum, { size }) => sum + size, 0)
