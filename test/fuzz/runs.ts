/**
 * How often a property of a parser is tried: a few thousand times in `npm test`, and as often as
 * `npm run fuzz` says there. fast-check prints the seed of what fails.
 */
export function runs(few: number): { numRuns: number } {
  return { numRuns: Number(process.env.FUZZ_RUNS ?? few) }
}
