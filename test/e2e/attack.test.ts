import { expect, test } from "vitest"
import { attackAll, faultsOf, maxMemoryMb, sizes } from "../attack/suite"

/** Always the same cases, so that a failure comes again; `npm run attack` draws others. */
const seed = "short form"

test("attack suite in its short form, the built bridge holds, in bounded memory, and serves its paired client", {
  timeout: 120_000,
}, async () => {
  const report = await attackAll(sizes.short, seed, () => undefined)
  expect(faultsOf(report)).toEqual([])
  expect(report.tallies.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(40_000)
  expect(report.served.pings).toBeGreaterThan(50)
  if (process.platform === "linux") expect(report.memory?.highest).toBeLessThan(maxMemoryMb)
})
