/** What one kind of attack tried and what came of it. `letIn` names each case that got more than a refusal. */
export type Tally = { kind: string; cases: number; letIn: string[]; note?: string }

/** Counts cases of one kind. */
export class Counting {
  cases = 0
  readonly letIn: string[] = []

  constructor(readonly kind: string) {}

  /** One case: refused as it must be, or let in. */
  case(name: string, refused: boolean): void {
    this.cases += 1
    if (!refused && this.letIn.length < 20) this.letIn.push(name)
  }

  tally(note?: string): Tally {
    const { kind, cases, letIn } = this
    return note === undefined ? { kind, cases, letIn } : { kind, cases, letIn, note }
  }
}

/** Does `work` for 0 … `count` - 1, so many at once. */
export async function inParallel(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
}
