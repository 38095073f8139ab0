import { appendFileSync } from "node:fs"
import fc from "fast-check"
import { expect } from "vitest"

/** One property that was tried: the test that holds it, and how often. */
export type Tally = { test: string; runs: number }

/**
 * How often a property of a parser is tried: a few thousand times in `npm test`, and as often as
 * `npm run fuzz` says there. fast-check prints the seed of what fails.
 *
 * `npm run fuzz` also names a file to write down what was really tried, one `Tally` a line.
 */
export function runs<Ts>(few: number): fc.Parameters<Ts> {
  const { FUZZ_RUNS, FUZZ_TALLY } = process.env
  const numRuns = Number(FUZZ_RUNS ?? few)
  if (FUZZ_TALLY === undefined) return { numRuns }
  const { currentTestName: test = "" } = expect.getState()
  return {
    numRuns,
    reporter: (details) => {
      const tally: Tally = { test, runs: details.numRuns }
      appendFileSync(FUZZ_TALLY, `${JSON.stringify(tally)}\n`)
      if (details.failed) throw new Error(fc.defaultReportMessage(details))
    },
  }
}
