import { randomBytes } from "node:crypto"
import { attackAll, faultsOf, maxMemoryMb, sizes } from "../test/attack/suite"
import { buildBridge } from "./build-bridge"

// `npm run attack [-- short] [-- seed=…]`: builds the bridge and attacks it as a process, on 127.0.0.1 alone. Prints
// how many cases of each kind were tried, how the paired client was served, and what the memory did. Fails when
// anything was let in. `npm test` makes the short form.

const say = (line: string) => process.stdout.write(`${line}\n`)
const asked = process.argv.slice(2)
const seed = asked.find((word) => word.startsWith("seed="))?.slice(5) ?? randomBytes(6).toString("hex")
const size = asked.includes("short") ? sizes.short : sizes.whole

await buildBridge()
say(`seed=${seed}`)
const started = performance.now()
const report = await attackAll(size, seed, ({ kind, cases, letIn, note }, memory) => {
  const seconds = Math.round((performance.now() - started) / 1_000)
  const outcome = letIn.length === 0 ? "all refused" : `${letIn.length} LET IN`
  say(
    `${String(cases).padStart(8)}  ${kind}: ${note ?? outcome}  (${seconds} s${memory ? `, at most ${Math.round(memory.highest)} MB` : ""})`,
  )
})

const { served, memory, tallies } = report
const total = tallies.reduce((sum, { cases }) => sum + cases, 0)
const ms = (value: number) => `${value.toFixed(1)} ms`
say(`${total} cases in ${Math.round((performance.now() - started) / 1_000)} s`)
say(
  `paired client: ${served.pings} pings, p50 ${ms(served.p50)}, p95 ${ms(served.p95)}, worst ${ms(served.worst)}, ${served.lost} lost`,
)
if (memory) {
  const mb = (value: number) => `${Math.round(value)} MB`
  say(
    `resident memory: ${mb(memory.before)} before, ${mb(memory.highest)} at its highest (bound ${maxMemoryMb} MB), ${mb(memory.after)} after`,
  )
} else say("resident memory: this system does not tell")

const faults = faultsOf(report)
for (const fault of faults) say(`✗ ${fault}`)
say(faults.length === 0 ? "The bridge held." : `${faults.length} faults.`)
process.exit(faults.length === 0 ? 0 : 1)
