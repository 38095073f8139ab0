import { spawnSync } from "node:child_process"

// `npm run fuzz [-- runs]`: gives every parser of what a card says any bytes, 100,000 times each, and near misses
// of what real cards hold. Not part of `npm test`, which tries the same properties a few thousand times.

const parsers = ["bridge/iso7816/tlv", "bridge/vitale/parse", "bridge/cps"]
const [runs = "100000"] = process.argv.slice(2)
const limitMs = 30 * 60_000
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--project", "unit", "--testTimeout", String(limitMs), "-t", "any bytes", ...parsers],
  { stdio: "inherit", env: { ...process.env, FUZZ_RUNS: runs } },
)
process.exit(status ?? 1)
