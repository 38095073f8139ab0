import { connect, createServer, type Server, type Socket } from "node:net"
import { WebSocketServer } from "ws"
import { randomBytes } from "../../shared/protocol/bytes"
import { initiate, respond } from "../../shared/protocol/noise/nnpsk0"
import { prologueOf, readOpening } from "../../shared/protocol/opening"

/** A program that took a port of ours before the bridge could. `heard` is all that came to it, as it came. */
export type Squatter = { port: number; heard: Buffer[]; close(): Promise<void> }

/** Takes the connection and never says a word. */
export function silentSquatter(port = 0): Promise<Squatter> {
  return squatter(port, () => undefined)
}

/** Speaks another protocol. */
export function foreignSquatter(port = 0): Promise<Squatter> {
  return squatter(port, (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"))
}

/** How a squatter that knows our protocol, but no key, may answer the opening. */
export const answersOfAStranger = {
  "random bytes of the right length": async () => randomBytes(48),
  "the opening sent back": async (opening: string) => readOpening(opening).noise,
  "a handshake under a key of its own": async (opening: string) => {
    const psk = randomBytes(32)
    const { header } = readOpening(opening)
    const own = await initiate({ psk, prologue: prologueOf(header) })
    return (await respond({ psk, prologue: prologueOf(header) }, own.message)).answer
  },
  "a handshake that was left out": async () => new TextEncoder().encode('{"type":"pong"}'),
  "a hello in clear": async () =>
    JSON.stringify({
      type: "hello",
      protocol: { min: 1, max: 1 },
      product: "0.1.0",
      mode: "live",
      capabilities: [],
    }),
} satisfies Record<string, (opening: string) => Promise<Uint8Array | string>>

/** Speaks our protocol up to the handshake, which it answers by itself. */
export async function answeringSquatter(
  answer: (opening: string) => Promise<Uint8Array | string>,
  port = 0,
): Promise<Squatter> {
  const heard: Buffer[] = []
  const server = new WebSocketServer({ port, host: "127.0.0.1", perMessageDeflate: false })
  server.on("connection", (socket) => {
    socket.on("error", () => undefined)
    socket.on("message", async (data: Buffer) => {
      heard.push(Buffer.from(data))
      socket.send(await answer(String(data)).catch(() => randomBytes(48)))
    })
  })
  await new Promise((resolve, reject) => {
    server.once("listening", resolve)
    server.once("error", reject)
  })
  return {
    port: (server.address() as { port: number }).port,
    heard,
    close: async () => {
      for (const client of server.clients) client.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * Relays byte by byte to the bridge on `target`, with the Host header put right, as only a program outside a browser
 * can. What passes may be altered.
 */
export function relayingSquatter(
  target: () => number,
  options: { port?: number; alter?: (bytes: Buffer, from: "browser" | "bridge") => Buffer } = {},
): Promise<Squatter> {
  const { port = 0, alter = (bytes) => bytes } = options
  const heard: Buffer[] = []
  return squatter(
    port,
    (victim, own) => {
      const bridge = connect(target(), "127.0.0.1")
      victim.on("data", (bytes) => {
        // Both ports have five digits, so that nothing else of the request changes.
        const text = bytes.toString("latin1").replace(`127.0.0.1:${own}`, `127.0.0.1:${target()}`)
        bridge.write(alter(Buffer.from(text, "latin1"), "browser"))
      })
      bridge.on("data", (bytes) => {
        heard.push(bytes)
        victim.write(alter(bytes, "bridge"))
      })
      for (const [one, other] of [
        [victim, bridge],
        [bridge, victim],
      ] as const) {
        one.on("close", () => other.destroy())
        one.on("error", () => other.destroy())
      }
    },
    heard,
  )
}

async function squatter(
  wanted: number,
  receive: (socket: Socket, port: number) => void,
  heard: Buffer[] = [],
): Promise<Squatter> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => undefined)
    socket.on("close", () => sockets.delete(socket))
    socket.on("data", (bytes) => heard.push(bytes))
    receive(socket, portOf(server))
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(wanted, "127.0.0.1", resolve)
  })
  return {
    port: portOf(server),
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port
}
