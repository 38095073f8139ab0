import { createHash } from "node:crypto"
import { rm } from "node:fs/promises"
import { connect, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ensurePrivateFolder } from "./home"

/** The longest path that a local socket may have, on the strictest system. Bytes. */
const maxSocketPath = 100
const askLimitMs = 2_000

/**
 * The one place of a user's bridge, held for as long as the process lives; the system gives it back by itself when a
 * process is killed. `port` is what a second one is told.
 */
export type OnlyBridge = { tell(port: number): void; release(): Promise<void> }

/**
 * Takes the place of this user's bridge, or says on which port the one that has it listens (null: it does not say).
 * A local socket in the user's own folder, or a named pipe where there are no such sockets: unlike a file with a
 * process number, it can't be left behind by a dead one and taken for a living one.
 */
export async function takeOnlyPlace(home: string): Promise<OnlyBridge | { takenBy: number | null }> {
  await ensurePrivateFolder(home)
  const path = placeOf(home)
  const first = await listen(path)
  if (first) return first
  const answer = await ask(path)
  if (answer.alive) return { takenBy: answer.port }
  // Left by a process that was killed: nobody answers there any more.
  await rm(path, { force: true })
  return (await listen(path)) ?? { takenBy: null }
}

function placeOf(home: string): string {
  const name = createHash("sha256").update(home).digest("hex").slice(0, 16)
  if (process.platform === "win32") return `\\\\.\\pipe\\dmp-bridge-${name}`
  const own = join(home, "bridge.sock")
  return Buffer.byteLength(own) <= maxSocketPath ? own : join(tmpdir(), `dmp-bridge-${name}.sock`)
}

function listen(path: string): Promise<OnlyBridge | null> {
  let port = 0
  const server: Server = createServer((socket) => {
    socket.on("error", () => undefined)
    socket.end(String(port))
  })
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) =>
      code === "EADDRINUSE" ? resolve(null) : reject(new Error(`local socket: ${code}`)),
    )
    server.listen(path, () =>
      resolve({
        tell: (listening) => {
          port = listening
        },
        release: () => new Promise((released) => server.close(() => released())),
      }),
    )
    // Whoever waits for the bridge to end must not wait for this.
    server.unref()
  })
}

function ask(path: string): Promise<{ alive: boolean; port: number | null }> {
  return new Promise((resolve) => {
    const socket = connect(path)
    let said = ""
    socket.setTimeout(askLimitMs, () => {
      socket.destroy()
      resolve({ alive: true, port: null })
    })
    socket.on("data", (part) => {
      said += part
    })
    socket.once("end", () => resolve({ alive: true, port: Number(said) || null }))
    socket.once("error", () => resolve({ alive: false, port: null }))
  })
}
