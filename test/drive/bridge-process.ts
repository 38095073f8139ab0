import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"

const cli = resolve("dist/bridge/dmp-bridge.cjs")

/** What the bridge prints once it listens: its port, its mode, and the imitation portals' port in training. */
export type Listening = { listening: number; mode: "live" | "training"; portals: number | null }

/** Runs one command of the built bridge to its end: its exit code, and what it said about it (stderr). */
export async function runBridge(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; printed: string; said: string }> {
  const options = { env: { ...process.env, LC_ALL: "fr_FR.UTF-8", ...env } }
  const child = spawn(process.execPath, [cli, ...args], { ...options, stdio: ["ignore", "pipe", "pipe"] })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on("data", (chunk) => out.push(String(chunk)))
  child.stderr.on("data", (chunk) => err.push(String(chunk)))
  const code = await new Promise<number>((done) => child.once("close", (status) => done(status ?? 1)))
  return { code, printed: out.join(""), said: err.join("") }
}

/** The real, built bridge as a process with a home of its own. */
export class BridgeProcess {
  private constructor(
    readonly listening: Listening,
    private readonly child: ChildProcess,
    private readonly home: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Starts `dmp-bridge serve` with these arguments and waits until it listens. */
  static async start(args: string[] = [], extraEnv: NodeJS.ProcessEnv = {}): Promise<BridgeProcess> {
    const home = extraEnv.DMP_BRIDGE_HOME ?? (await mkdtemp(join(tmpdir(), "dmp-bridge-")))
    const env = { ...process.env, LC_ALL: "fr_FR.UTF-8", DMP_BRIDGE_HOME: home, ...extraEnv }
    const child = spawn(process.execPath, [cli, "serve", ...args], { env, stdio: ["pipe", "pipe", "pipe"] })
    const errors: string[] = []
    child.stderr.on("data", (chunk) => errors.push(String(chunk)))
    const listening = await new Promise<Listening>((accept, reject) => {
      createInterface({ input: child.stdout }).once("line", (line) => accept(JSON.parse(line)))
      child.once("exit", (code) => reject(new Error(`dmp-bridge ended with ${code}: ${errors.join("")}`)))
    })
    return new BridgeProcess(listening, child, home, env)
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

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = new Promise((done) => this.child.once("exit", done))
      this.child.kill("SIGTERM")
      await ended
    }
    await rm(this.home, { recursive: true, force: true })
  }
}
