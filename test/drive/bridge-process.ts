import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"

/** The built bridge. */
export const bridgeProgram = resolve("dist/bridge/dmp-bridge.cjs")

/** What the bridge prints once it listens: its port, its mode, and the imitation portals' port in training. */
export type Listening = { listening: number; mode: "live" | "training"; portals: number | null }

/** Runs one command of the built bridge to its end: its exit code, and what it said about it (stderr). */
export async function runBridge(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; printed: string; said: string }> {
  const options = { env: { ...process.env, LC_ALL: "fr_FR.UTF-8", ...env } }
  const child = spawn(process.execPath, [bridgeProgram, ...args], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on("data", (chunk) => out.push(String(chunk)))
  child.stderr.on("data", (chunk) => err.push(String(chunk)))
  const code = await new Promise<number>((done) => child.once("close", (status) => done(status ?? 1)))
  return { code, printed: out.join(""), said: err.join("") }
}

/** The real, built bridge as a process, with a home of its own unless the user's is wanted. */
export class BridgeProcess {
  private constructor(
    private child: ChildProcess,
    private current: Listening,
    private said: string[],
    private readonly args: string[],
    private readonly env: NodeJS.ProcessEnv,
    private readonly ownHome: string | null,
  ) {}

  /**
   * Starts `dmp-bridge serve` with these arguments and waits until it listens. Its home is a new one that goes
   * with it; `"user"` takes the user's own, where `dmp-bridge pair` of another window looks too.
   */
  static async start(
    args: string[] = [],
    extraEnv: NodeJS.ProcessEnv = {},
    home: "own" | "user" = "own",
  ): Promise<BridgeProcess> {
    const ownHome = home === "own" ? await mkdtemp(join(tmpdir(), "dmp-bridge-")) : null
    const env = {
      ...process.env,
      LC_ALL: "fr_FR.UTF-8",
      ...(ownHome && { DMP_BRIDGE_HOME: ownHome }),
      ...extraEnv,
    }
    const { child, listening, said } = await launch(args, env)
    return new BridgeProcess(child, listening, said, args, env, ownHome)
  }

  get listening(): Listening {
    return this.current
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** Calls when the process ends, whoever ended it. */
  onEnd(ended: () => void): void {
    this.child.once("exit", ended)
  }

  /** How often its log told of this since its last start. */
  logged(event: string): number {
    return this.said.join("").split(`"event":"${event}"`).length - 1
  }

  /** Starts it again after `kill`, or another program in its place: the same user, the same pairings. */
  async restart(program = bridgeProgram): Promise<void> {
    const { child, listening, said } = await launch(this.args, this.env, program)
    this.child = child
    this.current = listening
    this.said = said
  }

  /** Runs another command of the same user, e.g. `pair`, and gives what it printed. */
  async command(...args: string[]): Promise<string> {
    return (await runBridge(args, this.env)).printed
  }

  /** A one-time pairing code, as `dmp-bridge pair` shows it. */
  async pairingCode(): Promise<string> {
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(await this.command("pair"))?.[0]
    if (!code) throw new Error("dmp-bridge pair showed no code")
    return code
  }

  /** The training tray: `insert family`, `remove`. */
  tray(line: string): void {
    this.child.stdin?.write(`${line}\n`)
  }

  /** Ends the process and keeps its home. */
  async kill(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = new Promise((done) => this.child.once("exit", done))
    this.child.kill(signal)
    await ended
  }

  async stop(): Promise<void> {
    await this.kill()
    if (this.ownHome) await rm(this.ownHome, { recursive: true, force: true })
  }
}

async function launch(
  args: string[],
  env: NodeJS.ProcessEnv,
  program = bridgeProgram,
): Promise<{ child: ChildProcess; listening: Listening; said: string[] }> {
  const child = spawn(process.execPath, [program, "serve", ...args], { env, stdio: ["pipe", "pipe", "pipe"] })
  const said: string[] = []
  child.stderr.on("data", (chunk) => said.push(String(chunk)))
  const listening = await new Promise<Listening>((accept, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => accept(JSON.parse(line)))
    child.once("exit", (code) => reject(new Error(`dmp-bridge ended with ${code}: ${said.join("")}`)))
  })
  return { child, listening, said }
}
