// What `npm start` and `npm test` need before anything else can run: plain Node, no dependency.
import { spawn, spawnSync } from "node:child_process"
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"

export const say = (line) => process.stdout.write(`${line}\n`)

/** Runs a command with its output shown; true when it succeeded. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } })
  return status === 0
}

/**
 * Runs a command while other work goes on; its output comes with its result. It goes through a file: a pipe would not be
 * emptied while `run` waits for another command, and would stop this one.
 */
export async function runBeside(command, args, file) {
  const output = openSync(file, "w")
  const child = spawn(command, args, { stdio: ["ignore", output, output] })
  const code = await new Promise((done) => child.once("close", done))
  closeSync(output)
  return { passed: code === 0, output: readFileSync(file, "utf8") }
}

/** Installs the npm packages when they are missing or older than the lock file. */
export function ensurePackages({ needNative = false } = {}) {
  const mark = "node_modules/.package-lock.json"
  const fresh = existsSync(mark) && statSync(mark).mtimeMs >= statSync("package-lock.json").mtimeMs
  if (fresh && (!needNative || hasNativeReader())) return true
  say("Installing the npm packages…")
  const nodedir = nodeHeaders()
  return run("npm", ["ci", "--no-audit", "--no-fund"], nodedir ? { npm_config_nodedir: nodedir } : {})
}

/** Whether the PC/SC module was compiled: it is optional, and its absence is no error of npm. */
export function hasNativeReader() {
  return existsSync("node_modules/pcsclite/build/Release/pcsclite.node")
}

/** Installs Debian packages that are missing, where that is possible: on Debian, as root. */
export function ensureDebianPackages(names) {
  if (!existsSync("/etc/debian_version")) return
  const missing = names.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    say(`These Debian packages are missing: apt-get install ${missing.join(" ")}`)
    return
  }
  say(`Installing ${missing.join(", ")}…`)
  const quiet = { DEBIAN_FRONTEND: "noninteractive" }
  run("apt-get", ["update", "-qq"], quiet)
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], quiet)
}

function isInstalled(name) {
  const { stdout } = spawnSync("dpkg", ["-s", name], { encoding: "utf8" })
  return (stdout ?? "").includes("Status: install ok installed")
}

/** Node's own headers on this machine, so that compiling the PC/SC module needs no download. */
function nodeHeaders() {
  const prefixes = [dirname(dirname(process.execPath)), "/usr", "/usr/local"]
  return prefixes.find((prefix) => {
    const file = join(prefix, "include/node/node_version.h")
    if (!existsSync(file)) return false
    const text = readFileSync(file, "utf8")
    const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1]
    return `v${part("MAJOR")}.${part("MINOR")}.${part("PATCH")}` === process.version
  })
}
