import { readFileSync } from "node:fs"
import { type PairedCredential, pairedCredential } from "../../shared/protocol/client-session"
import { parsePairingCode } from "../../shared/protocol/pairing-code"
import { BridgeProcess } from "../drive/bridge-process"
import { ClientSocket } from "./client-socket"

/** The built bridge as a process of its own, with one paired client: what all attacks are made against. */
export type Target = {
  port: number
  credential: PairedCredential
  /** A pairing code as `dmp-bridge pair` shows it. */
  code(): Promise<string>
  /** How many clients are paired: one, whatever was tried. */
  clients(): Promise<number>
  /** Whether the process that was started still runs. */
  alive(): boolean
  /** Resident memory now and at its highest, in MB; null where the system does not tell (it does on Linux). */
  memory(): { now: number; highest: number } | null
  stop(): Promise<void>
}

export async function startTarget(): Promise<Target> {
  const bridge = await BridgeProcess.start(["--simulate", "--port", "0"])
  let alive = true
  bridge.onEnd(() => {
    alive = false
  })
  const port = bridge.listening.listening
  return {
    port,
    credential: await pairWith(port, await bridge.pairingCode(), "Témoin"),
    code: () => bridge.pairingCode(),
    clients: async () => (await bridge.command("clients")).split("\n").filter((line) => line !== "").length,
    alive: () => alive,
    memory: () => memoryOf(bridge.pid),
    stop: () => bridge.stop(),
  }
}

/** Pairs as the extension does. Throws when the bridge refuses. */
export async function pairWith(port: number, code: string, name: string): Promise<PairedCredential> {
  const socket = new ClientSocket(port, { key: "code", code: parsePairingCode(code) })
  socket.send({ type: "pair", name })
  const end = await socket.ended(5_000)
  const paired = socket.messages.find((message) => message.type === "paired")
  if (paired?.type !== "paired") throw new Error(`not paired: ${end}`)
  return pairedCredential(paired)
}

function memoryOf(pid: number): { now: number; highest: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8")
    const inMb = (field: string) => Number(new RegExp(`${field}:\\s*(\\d+) kB`).exec(status)?.[1]) / 1024
    return { now: inMb("VmRSS"), highest: inMb("VmHWM") }
  } catch {
    // No such file: not Linux, or the process is gone, which `alive` tells.
    return null
  }
}
