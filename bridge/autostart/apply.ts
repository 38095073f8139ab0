import { spawn } from "node:child_process"
import { mkdir, rm } from "node:fs/promises"
import { dirname } from "node:path"
import writeFileAtomic from "write-file-atomic"
import type { Autostart, SystemCommand } from "./autostart"

/** A system command may take its time, but not for ever. */
const commandLimitMs = 30_000

/** The first command that did not succeed, as a person would type it; null when all went well. */
export type Failed = string | null

/** Writes the files and has the system start the bridge, now and at each logon. */
export async function enable({ files, enable: commands, disable }: Autostart): Promise<Failed> {
  for (const { path, content, encoding } of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFileAtomic(path, Buffer.from(content, encoding), { mode: 0o644 })
  }
  const failed = await runAll(commands)
  if (failed === null) return null
  // Already known to the system in another version: once more, from nothing.
  await runAll(disable)
  return runAll(commands)
}

/** Has the system forget it. What was not there is no failure; the files go in any case. */
export async function disable({ files, disable: commands }: Autostart): Promise<void> {
  for (const command of commands) await succeeds(command)
  for (const { path } of files) await rm(path, { force: true })
}

async function runAll(commands: readonly SystemCommand[]): Promise<Failed> {
  for (const command of commands) if (!(await succeeds(command))) return command.join(" ")
  return null
}

function succeeds([program, ...args]: SystemCommand): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: "ignore", timeout: commandLimitMs })
    child.once("error", () => done(false))
    child.once("close", (code) => done(code === 0))
  })
}
