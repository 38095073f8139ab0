import { benchReadOnSimulator } from "./read-simulated"
import { benchReadOnVirtualReader } from "./read-virtual"
import { recordedReads } from "./recorded-read"

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * From « card present » to the identity at a connected client, beside a client with nothing around it that sends the
 * same APDUs. `BENCH_READS`: how many of each, 200 unless said.
 */
export async function benchRead(): Promise<void> {
  const reads = Number(process.env.BENCH_READS ?? 200)
  say("Bar: what we add is at most 10 % at 5 ms an exchange.")
  for (const { card, apdus } of await recordedReads()) say(`${card}: ${apdus.length} APDUs`)
  await benchReadOnSimulator(say, reads)
  await benchReadOnVirtualReader(say, reads)
}
