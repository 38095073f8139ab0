import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { compile } from "./compile"
import { freePortPair } from "./free-ports"

/**
 * A real PC/SC daemon of the test's own, with vsmartcard's virtual reader in it (Debian packages pcscd and
 * vsmartcard-vpcd). pcscd knows one directory only, /run/pcscd; in a mount namespace of its own it gets a
 * private one, so it neither disturbs a daemon that already runs nor another test's. Without the right to make
 * a namespace, the machine's own directory is used if nobody else uses it.
 *
 * A client finds it by `PCSCLITE_CSOCK_NAME`, set in its environment before it loads libpcsclite.
 */
export type PcscDaemon = {
  /** Value for `PCSCLITE_CSOCK_NAME`. */
  socketName: string
  /** TCP ports of the two slots, for `plugCard`. */
  ports: readonly [number, number]
  /** Names that PC/SC gives to the two slots. */
  readers: readonly [string, string]
  /** Kills the daemon at once, as a crash does. */
  kill(): Promise<void>
  /** Starts it again after `kill`, on the same ports and socket; `bare` without any reader. */
  restart(bare?: "bare"): Promise<void>
  /** Stops it and removes what was made for it. */
  stop(): Promise<void>
}

const startLimitMs = 10_000
const systemDirectory = "/run/pcscd"
const isolated = () => spawnSync("unshare", ["-m", "true"]).status === 0

export async function startPcscd(): Promise<PcscDaemon> {
  const directory = mkdtempSync(join(tmpdir(), "pcscd-"))
  const port = await freePortPair()
  const config = writeConfig(directory, port)
  const privately = isolated()
  const socketName = join(privately ? directory : systemDirectory, "pcscd.comm")
  if (!privately && (await answers(socketName)))
    throw new Error("A pcscd already runs here, and no mount namespace can be made for another: run as root")
  const noDelay = compile("no-delay.c", join(directory, "no-delay.so"), ["-shared", "-fPIC", "-ldl"])
  const launch = () => launchDaemon(privately ? directory : null, config, socketName, noDelay)
  let daemon = await launch()
  const kill = () => killed(daemon)
  return {
    socketName,
    ports: [port, port + 1],
    readers: ["Virtual PCD 00 00", "Virtual PCD 00 01"],
    kill,
    restart: async (bare) => {
      writeConfig(directory, bare ? null : port)
      daemon = await launch()
    },
    stop: async () => {
      await kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function launchDaemon(
  directory: string | null,
  config: string,
  socketName: string,
  preload: string,
): Promise<ChildProcess> {
  // What a killed daemon left behind; pcscd itself refuses to start over it.
  if (directory)
    for (const left of ["pcscd.comm", "pcscd.pid"]) rmSync(join(directory, left), { force: true })
  const options = { stdio: "ignore", env: { ...process.env, LD_PRELOAD: preload } } as const
  const daemon = directory
    ? spawn("unshare", ["-m", "sh", "-c", inNamespace, "sh", directory, config], options)
    : spawn("pcscd", ["--foreground", "--config", config], options)
  const endWithUs = () => daemon.kill("SIGKILL")
  process.once("exit", endWithUs)
  daemon.once("exit", () => process.off("exit", endWithUs))
  for (let waited = 0; waited < startLimitMs; waited += 50) {
    if (await answers(socketName)) return daemon
    if (daemon.exitCode !== null) break
    await pause(50)
  }
  await killed(daemon)
  throw new Error("pcscd did not start: are the packages pcscd and vsmartcard-vpcd installed?")
}

/** `exec` each time, so that the process we start is the daemon itself and can be killed by its id. */
const inNamespace = `mkdir -p ${systemDirectory} && mount --bind "$1" ${systemDirectory} && exec pcscd --foreground --config "$2"`

/** The configuration of the virtual reader on these ports; without a port, of no reader at all. */
function writeConfig(directory: string, port: number | null): string {
  const path = join(directory, "reader.conf")
  if (port === null) {
    writeFileSync(path, "")
    return path
  }
  const channel = `0x${port.toString(16)}`
  const lines = [
    'FRIENDLYNAME "Virtual PCD"',
    `DEVICENAME /dev/null:${channel}`,
    `LIBPATH ${driver()}`,
    `CHANNELID ${channel}`,
  ]
  writeFileSync(path, `${lines.join("\n")}\n`)
  return path
}

/** Distributions put the driver under /usr/lib or under a directory named after the machine. */
function driver(): string {
  const places = ["/usr/lib", "/usr/local/lib", "/usr/lib64"].flatMap((root) => [
    root,
    ...(existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : []),
  ])
  const found = places
    .map((place) => join(place, "pcsc/drivers/serial/libifdvpcd.so"))
    .find((path) => existsSync(path))
  if (!found) throw new Error("No virtual reader driver (libifdvpcd.so): install vsmartcard-vpcd")
  return found
}

async function answers(socketName: string): Promise<boolean> {
  const socket = connect(socketName)
  try {
    await once(socket, "connect")
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function killed(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return
  const gone = once(daemon, "exit")
  daemon.kill("SIGKILL")
  await gone
}
