import { readdir, readFile } from "node:fs/promises"
import { basename } from "node:path"
import { output } from "./listeners"

/**
 * The names of the programs that run: on Linux by /proc, with the first words of each command, since some are run by
 * an interpreter; elsewhere by `ps` or `tasklist`. Null when the system told none.
 */
export async function runningPrograms(platform: NodeJS.Platform, limitMs: number): Promise<string[] | null> {
  const names = await namesOn(platform, limitMs)
  return names.length > 0 ? names : null
}

/** Interpreter, an option or two, and the program. */
const wordsOfCommand = 4

async function namesOn(platform: NodeJS.Platform, limitMs: number): Promise<string[]> {
  if (platform === "win32")
    return parseTasklist(await output("tasklist", ["/svc", "/fo", "csv", "/nh"], limitMs))
  if (platform === "darwin")
    return (await output("ps", ["-axo", "comm="], limitMs)).split("\n").map((line) => basename(line.trim()))
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name))
  const names = await Promise.all(pids.map((pid) => namesOf(pid)))
  return names.flat()
}

/** The system's own name for it is cut at 15 letters; the command is not. A process may end meanwhile. */
async function namesOf(pid: string): Promise<string[]> {
  const text = (name: string) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "")
  const words = (await text("cmdline")).split("\0").slice(0, wordsOfCommand)
  return [(await text("comm")).trim(), ...words.map((word) => basename(word))].filter(Boolean)
}

/** Programs, and the services in them: `"svchost.exe","1234","CertPropSvc,SCardSvr"`. Total. */
export function parseTasklist(table: string): string[] {
  return table.split("\n").flatMap((line) => {
    const [, program, services = ""] = /^"([^"]+)","\d+"(?:,"([^"]*)")?/.exec(line) ?? []
    return program === undefined ? [] : [program, ...services.split(",").filter(Boolean)]
  })
}
