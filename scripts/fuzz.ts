import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Tally } from "../test/fuzz/runs"

// `npm run fuzz [-- runs]`: gives every parser of what a card says any bytes, 100,000 times each, and near misses
// of what real cards hold as often. Says what was tried, and fails when a parser was not. Not part of `npm test`,
// which tries the same properties a few thousand times.

/** The parsers, as their tests call them. */
const parsers = [
  "TLV",
  "identity file",
  "NIR file",
  "serial file of a Vitale card",
  "unknown tags and validity",
  "ATR of a Vitale card",
  "certificate",
  "distinguished name",
  "object directory",
  "certificate directory",
  "serial file of a CPS",
  "ATR of a CPS",
]
const kinds = ["any bytes", "near misses"]
const files = ["iso7816/tlv", "vitale/any-bytes", "cps/any-bytes", "cps/atr"].map(
  (name) => `bridge/${name}.test.ts`,
)

const limitMs = 60 * 60_000
const [runs = "100000"] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), "dmp-fuzz-"))
const tallyFile = join(folder, "tally.jsonl")
const started = performance.now()

const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--project", "unit", "--testTimeout", String(limitMs), "-t", kinds.join("|"), ...files],
  { stdio: "inherit", env: { ...process.env, FUZZ_RUNS: runs, FUZZ_TALLY: tallyFile } },
)

const tallies = readTallies()
for (const { test, runs: tried } of tallies) say(`${String(tried).padStart(9)}  ${test}`)
const missing = parsers.flatMap((parser) => kinds.map((kind) => `${parser}, ${kind}`)).filter(isMissing)
for (const property of missing) say(`not tried ${runs} times: ${property}`)
say(`${tallies.length} properties in ${Math.round((performance.now() - started) / 1000)} s`)
process.exit(status || (missing.length > 0 ? 1 : 0))

function readTallies(): Tally[] {
  try {
    return readFileSync(tallyFile, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Tally)
  } catch {
    // No property came to its end: all are missing.
    return []
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A test's name is that of its group and its own; the parser's comes first in its own. */
function isMissing(property: string): boolean {
  const found = tallies.find(({ test }) => test.split(" > ").at(-1)?.startsWith(`${property},`))
  return found === undefined || found.runs < Number(runs)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
