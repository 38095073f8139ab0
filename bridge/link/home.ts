import { chmod, mkdir } from "node:fs/promises"
import { join } from "node:path"
import envPaths from "env-paths"

/**
 * Where this user's records lie: the configuration folder of the system's custom, or `DMP_BRIDGE_HOME`,
 * with which a test, or a second bridge, keeps its own.
 */
export function bridgeHome(): string {
  return process.env.DMP_BRIDGE_HOME || envPaths("dmp-bridge", { suffix: "" }).config
}

/** Makes a folder that only this user can enter, also when it was there with other rights. */
export async function ensurePrivateFolder(...parts: [string, ...string[]]): Promise<string> {
  const path = join(...parts)
  await mkdir(path, { recursive: true, mode: 0o700 })
  await chmod(path, 0o700)
  return path
}
