import { createServer, type IncomingMessage, type Server, STATUS_CODES } from "node:http"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { closeCodes } from "../../shared/protocol/messages"
import { linkPorts, maxFrameBytes } from "../../shared/protocol/version"
import { Connection, type ConnectionLimits, type Service, usualLimits } from "./connection"
import { judgeUpgrade } from "./gate"
import { listenOnFirstFree } from "./listen"
import { unexpected } from "./log"
import { PairingRate } from "./pairing-rate"
import { answerPlainHttp } from "./plain-http"
import { Refusals } from "./refusals"

export type LinkServer = {
  port: number
  /** Says `goingAway` to every client and frees the port. */
  close(): Promise<void>
}

export type LinkServerOptions = Service & { ports?: readonly number[]; limits?: Partial<ConnectionLimits> }

/** TCP connections, upgraded or not: above the 32 of the gate, so that a refusal can still be answered. */
const maxSockets = 64
/** Revocation is noticed at once by watching; this looks again where watching does not work. */
const lookAgainMs = 10_000

/**
 * Starts the link on the first free of `ports` (one by one; 127.0.0.1 only). Throws `BridgeError`
 * `port-taken`.
 */
export async function startLinkServer(options: LinkServerOptions): Promise<LinkServer> {
  const { log, clients, mode } = options
  const http = createServer({
    headersTimeout: 5_000,
    requestTimeout: 5_000,
    // Node looks for late requests only every 30 s unless told otherwise.
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 8 * 1024,
  })
  http.maxConnections = maxSockets
  const refusals = new Refusals(log)
  const desk = new Reception(http, options, refusals)
  const port = await listenOnFirstFree(http, options.ports ?? linkPorts, (taken) =>
    log({ event: "port-passed-over", port: taken }),
  ).catch((error: unknown) => {
    refusals.stop()
    throw error
  })
  const look = () => desk.expelRevoked().catch((thrown) => log(unexpected(thrown)))
  const stopWatching = clients.watch(look)
  const lookingAgain = setInterval(look, lookAgainMs).unref()
  log({ event: "listening", port, mode })
  return {
    port,
    async close() {
      stopWatching()
      clearInterval(lookingAgain)
      await desk.close()
      refusals.stop()
      log({ event: "stopped" })
    },
  }
}

/** Receives requests, keeps the open connections, and shows the revoked ones out. */
class Reception {
  readonly #connections = new Set<Connection>()
  readonly #pairingRate = new PairingRate()
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    // No browser cuts a message of 16 KiB: one in crumbs is an attack on our memory.
    maxFragments: 16,
    maxBufferedChunks: 256,
    // Browsers send no ping frames; answering a flood of them would fill our memory, not theirs.
    autoPong: false,
    clientTracking: false,
  })
  #count = 0

  constructor(
    private readonly http: Server,
    private readonly options: LinkServerOptions,
    private readonly refusals: Refusals,
  ) {
    http.on("request", (request, response) => answerPlainHttp(request, response, this.#port))
    http.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head))
    http.on("clientError", (_error, socket) => socket.destroy())
  }

  async expelRevoked(): Promise<void> {
    const served = [...this.#connections].filter(({ client }) => client !== null)
    await Promise.all(
      served.map(async (connection) => {
        const known = await this.options.clients.find(connection.client ?? "")
        if (known === null) connection.end("revoked", closeCodes.revoked)
      }),
    )
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()))
    for (const connection of [...this.#connections]) connection.end("stopping", closeCodes.goingAway)
    this.http.closeAllConnections()
    await closed
  }

  get #port(): number {
    return (this.http.address() as AddressInfo | null)?.port ?? 0
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const verdict = judgeUpgrade(
      { method: request.method ?? "", url: request.url ?? "", rawHeaders: request.rawHeaders },
      {
        port: this.#port,
        connections: this.#connections.size,
        strangers: [...this.#connections].filter(({ authenticated }) => !authenticated).length,
      },
    )
    if (verdict.accept) {
      this.#sockets.handleUpgrade(request, socket, head, (accepted) => this.#welcome(accepted))
      return
    }
    this.refusals.add(verdict.reason)
    // A peer that is gone already must not bring the daemon down.
    socket.on("error", () => socket.destroy())
    // Destroyed once said: a peer that keeps its half open would hold a place that no time-out watches.
    socket.end(
      `HTTP/1.1 ${verdict.status} ${STATUS_CODES[verdict.status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      () => socket.destroy(),
    )
  }

  #welcome(socket: WebSocket): void {
    this.#count += 1
    const number = this.#count
    const { log, limits } = this.options
    const connection = new Connection(
      socket,
      this.options,
      { ...usualLimits, ...limits },
      this.#pairingRate,
      (reason) => {
        this.#connections.delete(connection)
        if (connection.authenticated)
          log({ event: "ended", connection: number, reason, connections: this.#connections.size })
        else this.refusals.add(reason)
      },
      () => log({ event: "authenticated", connection: number }),
    )
    this.#connections.add(connection)
    log({ event: "connected", connection: number, connections: this.#connections.size })
  }
}
