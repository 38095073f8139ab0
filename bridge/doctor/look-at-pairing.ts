import { lstat, readdir, readFile } from "node:fs/promises"
import { homedir } from "node:os"
import { join, relative, sep } from "node:path"
import { clientRecordSchema } from "../link/clients"
import type { PairingFacts } from "./pairing"

/** Rights of the group and of others, none of which may be there. Windows has no such bits. */
const othersRights = 0o077
const clientFile = /^[0-9a-f]{16}\.json$/
const setAside = /\.json\.damaged-/

/**
 * Looks at the folder of the pairings and changes nothing in it: the bridge itself would set a damaged file aside
 * and tighten the rights, and there would be nothing left to tell.
 */
export async function lookAtPairing(folder: string, platform: NodeJS.Platform): Promise<PairingFacts> {
  const facts: PairingFacts = {
    folder: withoutAccount(folder),
    denied: false,
    clients: 0,
    damaged: [],
    open: [],
  }
  try {
    const clients = join(folder, "clients")
    const names = [...(await pathsIn(folder)), ...(await pathsIn(clients))]
    // Nothing was ever paired, or the folder is empty: there is nothing that others could read.
    if (names.length === 0) return facts
    for (const path of [folder, ...names]) {
      const { mode } = await lstat(path)
      if (platform !== "win32" && (mode & othersRights) !== 0) facts.open.push(relative(folder, path) || ".")
    }
    for (const path of names) {
      const name = relative(folder, path)
      if (setAside.test(name)) facts.damaged.push(name)
      else if (clientFile.test(relative(clients, path))) {
        if (await isClient(path)) facts.clients++
        else facts.damaged.push(name)
      }
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== "EACCES" && code !== "EPERM") throw cause
    facts.denied = true
  }
  return facts
}

/** A path as it may be told: the home of an account is often called like a person. */
function withoutAccount(path: string): string {
  const home = homedir()
  return path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}

/** Empty where there is no such folder: nothing was ever paired. */
async function pathsIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).map((name) => join(folder, name))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return []
    throw cause
  }
}

async function isClient(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8")
  try {
    return clientRecordSchema.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
