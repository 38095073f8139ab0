import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildBridge } from "../build-bridge"

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Milliseconds from the start of the command until the bridge says that it listens. */
export async function untilListening(command: string, args: string[]): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), "dmp-bridge-bench-"))
  const begun = performance.now()
  const child = spawn(command, [...args, "serve", "--simulate", "--port", "0"], {
    env: { ...process.env, DMP_BRIDGE_HOME: home },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  })
  const took = await new Promise<number>((heard, failed) => {
    child.stdout.once("data", () => heard(performance.now() - begun))
    child.once("exit", (code) => failed(new Error(`ended with ${code} before it listened`)))
  })
  child.removeAllListeners("exit")
  const ended = new Promise((done) => child.once("close", done))
  // The whole group: npx starts the bridge as a child of its own.
  if (child.pid) process.kill(-child.pid, "SIGTERM")
  await ended
  await rm(home, { recursive: true, force: true })
  return took
}

async function measure(name: string, times: number, once: () => Promise<number>): Promise<void> {
  const took: number[] = []
  for (let run = 0; run < times; run += 1) took.push(await once())
  took.sort((one, other) => one - other)
  const at = (part: number) => Math.round(took[Math.min(times - 1, Math.floor(times * part))] ?? Number.NaN)
  say(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${times} runs`)
}

/** How soon the bridge listens after its start. */
export async function benchStart(): Promise<void> {
  await buildBridge()
  say("Bar: dmp-bridge listens within 500 ms of its start.")
  await measure("node dist/bridge/dmp-bridge.cjs serve --simulate", 20, () =>
    untilListening(process.execPath, ["dist/bridge/dmp-bridge.cjs"]),
  )
  await measure("npx dmp-bridge serve --simulate (npx's own start included)", 8, () =>
    untilListening("npx", ["dmp-bridge"]),
  )
}
