import { execFile } from "node:child_process"
import { readdir, readFile, readlink } from "node:fs/promises"
import { userInfo } from "node:os"
import { basename } from "node:path"

/** Who listens on a port of loopback. */
export type Listener = { owner: "this-user" | "other-user"; program: string | null }

/**
 * Who listens on these ports, as far as the system tells an ordinary user: Linux by /proc, macOS by lsof, Windows by
 * netstat and tasklist. Ports of which nothing is told are left out; nothing here throws.
 */
export function listenersOn(ports: readonly number[], limitMs: number): Promise<Map<number, Listener>> {
  const ask = bySystem[process.platform]
  return ask ? ask(ports, limitMs).catch(() => new Map()) : Promise.resolve(new Map())
}

type Ask = (ports: readonly number[], limitMs: number) => Promise<Map<number, Listener>>

const bySystem: Partial<Record<NodeJS.Platform, Ask>> = {
  linux: fromProc,
  darwin: fromLsof,
  win32: fromNetstat,
}

/** A line of /proc/net/tcp: local address and port in hexadecimal, state 0A for one that listens, owner, inode. */
const procLine = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F:]+ 0A(?: \S+){3}\s+(\d+)\s+\d+ (\d+)/

/** Listening sockets of a table of /proc/net. Total. */
export function parseProcNet(table: string): { port: number; uid: number; inode: string }[] {
  return table.split("\n").flatMap((line) => {
    const [, port = "", uid, inode = ""] = procLine.exec(line) ?? []
    return uid === undefined ? [] : [{ port: Number.parseInt(port, 16), uid: Number(uid), inode }]
  })
}

async function fromProc(ports: readonly number[]): Promise<Map<number, Listener>> {
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((path) => readFile(path, "utf8").catch(() => "")),
  )
  const sockets = tables.flatMap(parseProcNet).filter(({ port }) => ports.includes(port))
  const programs = await programsOf(new Set(sockets.map(({ inode }) => inode)))
  const { uid: ours } = userInfo()
  return new Map(
    sockets.map(({ port, uid, inode }) => [
      port,
      { owner: uid === ours ? "this-user" : "other-user", program: programs.get(inode) ?? null },
    ]),
  )
}

/** Which program holds each of these sockets: those of this user, or all of them for root. */
async function programsOf(inodes: ReadonlySet<string>): Promise<Map<string, string>> {
  const programs = new Map<string, string>()
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    if (programs.size === inodes.size) break
    const links = await readdir(`/proc/${pid}/fd`).catch(() => [])
    for (const link of links) {
      const target = await readlink(`/proc/${pid}/fd/${link}`).catch(() => "")
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1]
      if (inode && inodes.has(inode)) programs.set(inode, await programName(pid))
    }
  }
  return programs
}

async function programName(pid: string): Promise<string> {
  const [first = ""] = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0")
  return basename(first) || pid
}

async function fromLsof(ports: readonly number[], limitMs: number): Promise<Map<number, Listener>> {
  const text = await output("lsof", ["-nP", "-iTCP", "-sTCP:LISTEN", "-Fcun"], limitMs)
  const { uid } = userInfo()
  const ours = parseLsof(text).filter(({ port }) => ports.includes(port))
  return new Map(
    ours.map((one) => [
      one.port,
      { owner: one.uid === uid ? "this-user" : "other-user", program: one.program },
    ]),
  )
}

/** `-F` writes one field a line: c command, u user number, n name, in this order for each process. Total. */
export function parseLsof(text: string): { port: number; uid: number; program: string }[] {
  const found: { port: number; uid: number; program: string }[] = []
  let [program, uid] = ["", Number.NaN]
  for (const line of text.split("\n")) {
    if (line.startsWith("c")) program = line.slice(1)
    if (line.startsWith("u")) uid = Number(line.slice(1))
    const port = /^n.*:(\d+)$/.exec(line)?.[1]
    if (port !== undefined) found.push({ port: Number(port), uid, program })
  }
  return found
}

async function fromNetstat(ports: readonly number[], limitMs: number): Promise<Map<number, Listener>> {
  const found = new Map<number, Listener>()
  const table = parseNetstat(await output("netstat", ["-ano", "-p", "TCP"], limitMs))
  for (const { port, pid } of table.filter((one) => ports.includes(one.port))) {
    const row = await output("tasklist", ["/v", "/fi", `PID eq ${pid}`, "/fo", "csv", "/nh"], limitMs)
    const process = parseTaskRow(row)
    if (!process) continue
    const ours = process.user.toLowerCase() === userInfo().username.toLowerCase()
    found.set(port, { owner: ours ? "this-user" : "other-user", program: process.program })
  }
  return found
}

/** Lines of those that listen, by the foreign address with port 0: the word for it is in the system's language. Total. */
export function parseNetstat(table: string): { port: number; pid: string }[] {
  return table.split("\n").flatMap((line) => {
    const [, port, pid] = /^\s*TCP\s+\S+:(\d+)\s+\S+:0\s+\S+\s+(\d+)/.exec(line) ?? []
    return port === undefined || pid === undefined ? [] : [{ port: Number(port), pid }]
  })
}

/** Program and user of a row of `tasklist /v`; the user is the seventh column, after the domain. Null for no row. */
export function parseTaskRow(row: string): { program: string; user: string } | null {
  const fields = row.trim().replace(/^"|"$/g, "").split('","')
  const [program, user] = [fields[0], fields[6]?.split("\\").at(-1)]
  return program && user !== undefined ? { program, user } : null
}

/** What a command of the system prints; empty when it fails or takes too long. */
export function output(command: string, args: string[], limitMs: number): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: limitMs, windowsHide: true, maxBuffer: 8_000_000 }, (_, text) =>
      resolve(text ?? ""),
    )
  })
}
