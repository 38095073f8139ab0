import { get } from "node:http"
import { createServer } from "node:net"
import { linkPorts } from "../../shared/protocol/version"
import type { PortFacts } from "./bridge-ports"
import { type Listener, listenersOn } from "./listeners"

const loopback = "127.0.0.1"
/** A bridge says so at once; what follows its name is its version. */
const greeting = /^dmp-bridge (\d+\.\d+\.\d+)\n$/
const longestGreeting = 64

/** Asks each of our ports who is there, as a browser would. Nothing that answers is affected by the question. */
export async function lookAtPorts(
  limitMs: number,
  ports: readonly number[] = linkPorts,
): Promise<PortFacts[]> {
  const found = await Promise.all(ports.map((port) => whatHolds(port, limitMs)))
  const taken = ports.filter((_, at) => found[at] !== "free")
  const listeners = taken.length > 0 ? await listenersOn(taken, limitMs) : new Map<number, Listener>()
  return ports.map((port, at) => ({
    port,
    holds: found[at] ?? "free",
    owner: listeners.get(port)?.owner ?? null,
    program: listeners.get(port)?.program ?? null,
  }))
}

function whatHolds(port: number, limitMs: number): Promise<PortFacts["holds"]> {
  return new Promise((resolve) => {
    const request = get({ host: loopback, port, path: "/", agent: false, timeout: limitMs }, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (part: string) => {
        text += part
        if (text.length > longestGreeting) request.destroy()
      })
      response.on("close", () => {
        const version = greeting.exec(text)?.[1]
        resolve(version === undefined ? "other" : { bridge: version })
      })
    })
    request.on("timeout", () => request.destroy())
    request.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code !== "ECONNREFUSED") return resolve("other")
      canListen(port).then((free) => resolve(free ? "free" : "reserved"))
    })
  })
}

/** For a moment: nobody can connect to what closes at once. */
function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen({ host: loopback, port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
