import { spawnSync } from "node:child_process"
import { join } from "node:path"

/** Compiles a C file of this folder (Debian packages g++ and libpcsclite-dev) and gives the result's path. */
export function compile(source: string, output: string, options: readonly string[]): string {
  const { status, stderr } = spawnSync(
    "gcc",
    ["-O2", "-Wall", "-I/usr/include/PCSC", "-o", output, join(import.meta.dirname, source), ...options],
    { encoding: "utf8" },
  )
  if (status !== 0) throw new Error(`${source} could not be compiled: ${stderr}`)
  return output
}
