import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { chmod, chown, cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findBridge } from "../../extension/background/find-bridge"
import {
  type ClientCredential,
  helloOfClient,
  type PairedCredential,
  pairedCredential,
} from "../../shared/protocol/client-session"
import type { BridgeMessage } from "../../shared/protocol/messages"
import { parsePairingCode } from "../../shared/protocol/pairing-code"
import { defaultPort, linkPorts } from "../../shared/protocol/version"
import { installExtensionSocket } from "../attack/extension-socket"
import { relayingSquatter, type Squatter, silentSquatter } from "../attack/squatters"

installExtensionSocket()

/** Users of this machine by number alone: nobody has to exist under it for the system to keep them apart. */
const uids = { anne: 54_321, bruno: 54_322 } as const
const canBeBoth =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ["-e", ""], { uid: uids.anne, gid: uids.anne }).status === 0
const users = canBeBoth ? "two Linux users" : "one user with two homes (two Linux users need root)"

/** The built bridge of one user, on the ports that everybody's bridge takes. */
class UsersBridge {
  port = 0
  private child: ChildProcess | null = null

  private constructor(
    private readonly program: string,
    readonly home: string,
    private readonly identity: { uid?: number; gid?: number },
  ) {}

  static async of(user: keyof typeof uids, program: string): Promise<UsersBridge> {
    const home = await mkdtemp(join(tmpdir(), `dmp-${user}-`))
    const id = uids[user]
    if (canBeBoth) await chown(home, id, id)
    return new UsersBridge(program, home, canBeBoth ? { uid: id, gid: id } : {})
  }

  async start(): Promise<void> {
    const child = this.spawn("serve", "--simulate")
    child.stderr?.resume()
    this.child = child
    const line = await new Promise<string>((heard, failed) => {
      if (child.stdout) createInterface({ input: child.stdout }).once("line", heard)
      child.once("exit", (code) => failed(new Error(`the bridge ended with ${code}`)))
    })
    this.port = JSON.parse(line).listening
  }

  async stop(): Promise<void> {
    const { child } = this
    this.child = null
    if (!child) return
    const ended = new Promise((done) => child.once("exit", done))
    child.kill("SIGTERM")
    await ended
  }

  /** Pairs as the extension does: it looks on all ports for whoever shows this code. */
  async pair(): Promise<PairedCredential> {
    const child = this.spawn("pair")
    child.stderr?.resume()
    const printed = await new Promise<string>((heard) => {
      if (child.stdout) createInterface({ input: child.stdout }).once("line", heard)
    })
    const message = await ask({ key: "code", code: parsePairingCode(printed) }, 0, {
      type: "pair",
      name: "Poste",
    })
    if (typeof message === "string" || message.type !== "paired") throw new Error("not paired")
    return pairedCredential(message)
  }

  /** What happens when this user tries to list the other's records. */
  readsFolderOf(other: UsersBridge): string {
    const script = `try { require("fs").readdirSync(${JSON.stringify(join(other.home, "clients"))}); console.log("read") } catch (error) { console.log(error.code) }`
    return spawnSync(process.execPath, ["-e", script], { ...this.identity, encoding: "utf8" }).stdout.trim()
  }

  private spawn(...args: string[]): ChildProcess {
    const env = { ...process.env, HOME: this.home, DMP_BRIDGE_HOME: this.home, LC_ALL: "fr_FR.UTF-8" }
    return spawn(process.execPath, [this.program, ...args], {
      ...this.identity,
      env,
      cwd: this.home,
      stdio: ["ignore", "pipe", "pipe"],
    })
  }
}

/** The first answer of the bridge that the extension finds with this key; a word when it finds none. */
async function ask(
  credential: ClientCredential,
  lastPort: number,
  message = helloOfClient,
): Promise<BridgeMessage | string> {
  const found = await findBridge(credential, lastPort)
  if (typeof found === "string") return found
  const answer = new Promise<BridgeMessage | string>((resolve) =>
    found.listen(resolve, (code) => resolve(`closed with ${code}`)),
  )
  await found.session.send(message)
  const first = await answer
  found.close()
  return first
}

async function portFor(credential: ClientCredential, lastPort: number): Promise<number | string> {
  const found = await findBridge(credential, lastPort)
  if (typeof found === "string") return found
  found.close()
  return found.port
}

describe(`two bridges on one machine, of ${users}`, () => {
  let folder: string
  let anne: UsersBridge
  let bruno: UsersBridge
  let keys: { anne: PairedCredential; bruno: PairedCredential }
  const squatters: Squatter[] = []

  beforeAll(async () => {
    // Where every user may read it, whoever owns the project's folder.
    folder = await mkdtemp(join(tmpdir(), "dmp-program-"))
    await cp("dist/bridge", folder, { recursive: true })
    await chmod(folder, 0o755)
    const program = join(folder, "dmp-bridge.cjs")
    anne = await UsersBridge.of("anne", program)
    bruno = await UsersBridge.of("bruno", program)
    // Before both bridges, on the default port; where another program has it already, that one squats.
    const relay = relayingSquatter(() => bruno.port, { port: defaultPort }).catch(() => null)
    squatters.push(...[await relay].filter((squatter) => squatter !== null))
    await anne.start()
    await bruno.start()
    keys = { anne: await anne.pair(), bruno: await bruno.pair() }
  })
  afterAll(async () => {
    await Promise.all([anne?.stop(), bruno?.stop(), ...squatters.map((squatter) => squatter.close())])
    for (const path of [folder, anne?.home, bruno?.home])
      if (path) await rm(path, { recursive: true, force: true })
  })

  it("squatter on the default port, both bridges take others of the ten", () => {
    expect(new Set([defaultPort, anne.port, bruno.port]).size).toBe(3)
    expect(linkPorts).toEqual(expect.arrayContaining([anne.port, bruno.port]))
  })

  it("each browser, wherever it was last, comes to the bridge of its own user", async () => {
    for (const last of [0, defaultPort, anne.port, bruno.port]) {
      expect(await portFor(keys.anne, last)).toBe(anne.port)
      // The squatter relays to Bruno's bridge: to reach it through him is to reach it all the same.
      expect([bruno.port, squatters[0]?.port]).toContain(await portFor(keys.bruno, last))
      for (const key of [keys.anne, keys.bruno]) expect(await ask(key, last)).toMatchObject({ type: "hello" })
    }
  })

  it("squatter that relayed all of it, saw neither a key nor a card", () => {
    const heard = Buffer.concat(squatters.flatMap((squatter) => squatter.heard))
    for (const { secret } of [keys.anne, keys.bruno]) expect(heard.includes(Buffer.from(secret))).toBe(false)
    expect(heard.includes("readers")).toBe(false)
  })

  it.skipIf(!canBeBoth)("one user, can't read the other's records", () => {
    expect(bruno.readsFolderOf(anne)).toBe("EACCES")
    expect(anne.readsFolderOf(bruno)).toBe("EACCES")
    expect(anne.readsFolderOf(anne)).toBe("read")
  })

  it("own bridge gone and its port taken by a silent program, the other user's bridge is no way out", async () => {
    const { port } = anne
    await anne.stop()
    squatters.push(await silentSquatter(port))
    expect(typeof (await ask(keys.anne, port))).toBe("string")
    expect([bruno.port, defaultPort]).toContain(await portFor(keys.bruno, port))
    await anne.start()
    expect(anne.port).not.toBe(port)
    const started = performance.now()
    expect(await portFor(keys.anne, port)).toBe(anne.port)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
