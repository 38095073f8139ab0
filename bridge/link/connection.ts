import type { RawData, WebSocket } from "ws"
import { agreeOnProtocol } from "../../shared/protocol/agreement"
import { fromBase64url } from "../../shared/protocol/base64url"
import { type BridgeSession, startBridgeSession } from "../../shared/protocol/bridge-session"
import type { Bytes } from "../../shared/protocol/bytes"
import { LinkFailure } from "../../shared/protocol/link-failure"
import type { IncomingFrame, OutgoingFrame } from "../../shared/protocol/link-session"
import { type ClientMessage, closeCodes } from "../../shared/protocol/messages"
import type { OpeningHeader } from "../../shared/protocol/opening"
import { heartbeatMs, productVersion, protocolRange } from "../../shared/protocol/version"
import type { Clients } from "./clients"
import { type EndReason, type Log, unexpected } from "./log"
import type { Pairing } from "./pairing"
import type { PairingRate } from "./pairing-rate"
import type { ReadersSource } from "./readers-source"

/** What a connection serves from. */
export type Service = {
  readers: ReadersSource
  clients: Clients
  pairing: Pairing
  mode: "live" | "training"
  /** The port of the imitation portals in training. */
  portals?: number
  log: Log
}

export type ConnectionLimits = {
  /** From the upgrade to the first authentic message. */
  handshakeMs: number
  /** Without any message: three heartbeats missed, and the browser is gone or stopped. */
  silenceMs: number
  /** Bytes that may wait for a client that does not read; a snapshot has a few hundred. */
  waitingBytes: number
}
export const usualLimits: ConnectionLimits = {
  handshakeMs: 5_000,
  silenceMs: 3 * heartbeatMs + 10_000,
  waitingBytes: 256 * 1024,
}

/** How long a client may take to answer our close frame. */
const goodbyeMs = 500

/**
 * One client: opening, handshake, `hello` or `pair`, then snapshots until one side goes. Outside, every
 * refused handshake looks the same; the reason is in our log alone.
 */
export class Connection {
  readonly #session: BridgeSession
  /** Who the opening says it is, and the key that must be proved. */
  #claimed: { header: OpeningHeader; key: Bytes } | null = null
  #authenticated = false
  #serving = false
  #sequence = 0
  #unsubscribe: () => void = () => undefined
  #deadline: NodeJS.Timeout
  #ended = false

  constructor(
    private readonly socket: WebSocket,
    private readonly service: Service,
    private readonly limits: ConnectionLimits,
    private readonly pairingRate: PairingRate,
    private readonly onEnd: (reason: EndReason) => void,
    private readonly onAuthenticated: () => void,
  ) {
    this.#session = startBridgeSession((header) => this.#findKey(header), {
      transmit: (frame) => this.#transmit(frame),
      ready: () => undefined,
      message: (message) => this.#hear(message),
      failed: (failure) => this.#failed(failure),
    })
    this.#deadline = setTimeout(
      () => this.end("handshake-timeout", closeCodes.refused),
      this.limits.handshakeMs,
    )
    socket.on("message", (data, isBinary) => this.#session.receive(frameOf(data, isBinary)))
    socket.on("close", () => this.end("closed-by-client", closeCodes.done))
    // Oversized frames and protocol violations; `ws` has closed the socket with the right code by then.
    socket.on("error", () => this.end("socket-error", closeCodes.badMessage))
  }

  get authenticated(): boolean {
    return this.#authenticated
  }

  /** The paired client that is here, or says so; null while pairing, or before the opening. */
  get client(): string | null {
    return this.#claimed?.header.key === "client" ? this.#claimed.header.client : null
  }

  /** Ends the connection. The client sees `code` and nothing of `reason`. Safe to call twice. */
  end(reason: EndReason, code: number): void {
    if (this.#ended) return
    this.#ended = true
    clearTimeout(this.#deadline)
    this.#unsubscribe()
    this.#session.end()
    this.socket.close(code)
    // A client that does not read takes no close frame either, and must not keep its place.
    setTimeout(() => this.socket.terminate(), reason === "slow" ? 0 : goodbyeMs)
    this.onEnd(reason)
  }

  async #findKey(header: OpeningHeader): Promise<Bytes | null> {
    if (header.key === "code" && !this.pairingRate.allows()) throw new LinkFailure("tried-too-often")
    const key =
      header.key === "code"
        ? await this.service.pairing.key()
        : fromBase64url((await this.service.clients.find(header.client))?.key ?? "")
    if (key?.length !== 32) return null
    this.#claimed = { header, key }
    return key
  }

  #failed(failure: LinkFailure): void {
    const { reason, cause } = failure
    if (reason === "internal") this.service.log(unexpected(cause))
    const understood = reason === "bad-message" || reason === "frame-too-long"
    const end = () => this.end(reason, understood ? closeCodes.badMessage : closeCodes.refused)
    // The try is counted before the guesser hears of it, so that many at once gain nothing.
    if (reason === "handshake-refused" && this.#claimed?.header.key === "code")
      this.service.pairing.wrongTry(this.#claimed.key).then(end, (thrown) => this.#defect(thrown))
    else end()
  }

  #defect(thrown: unknown): void {
    this.service.log(unexpected(thrown))
    this.end("internal", closeCodes.refused)
  }

  #hear(message: ClientMessage): void {
    // Only now has the client proved its key: the opening alone could be a replay.
    if (!this.#authenticated) {
      this.#authenticated = true
      this.onAuthenticated()
    }
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => this.end("silent", closeCodes.goingAway), this.limits.silenceMs)
    this.#answer(message)
  }

  #answer(message: ClientMessage): void {
    const pairs = this.#claimed?.header.key === "code"
    const expected = pairs ? message.type === "pair" : (message.type === "hello") !== this.#serving
    if (!expected || (message.type === "pair" && !pairs)) throw new LinkFailure("bad-message")
    switch (message.type) {
      case "pair":
        this.#pair(message.name).catch((thrown) => this.#defect(thrown))
        return
      case "hello":
        this.#serving = true
        this.#serve(message.protocol).catch((thrown) => this.#defect(thrown))
        return
      case "ping":
        void this.#session.send({ type: "pong" })
        return
      case "read-again":
        this.service.readers.readAgain()
        return
    }
  }

  async #pair(name: string): Promise<void> {
    const { pairing, clients, log } = this.service
    if (!this.#claimed || !(await pairing.claim(this.#claimed.key))) {
      this.end("pairing-code-gone", closeCodes.refused)
      return
    }
    const { id, key, name: listed } = await clients.add(name)
    log({ event: "client-paired", clients: (await clients.list()).length })
    await this.#session.send({ type: "paired", client: id, key, name: listed })
    this.end("paired", closeCodes.done)
  }

  async #serve(extension: { min: number; max: number }): Promise<void> {
    const agreed = agreeOnProtocol({ extension })
    if (typeof agreed === "string") {
      await this.#session.send({ type: "error", code: agreed })
      this.end("version-mismatch", closeCodes.done)
      return
    }
    const { mode, readers, portals } = this.service
    void this.#session.send({
      type: "hello",
      protocol: protocolRange,
      product: productVersion,
      mode,
      capabilities: [],
      ...(portals !== undefined && { portals }),
    })
    this.#unsubscribe = readers.subscribe((state) => {
      this.#sequence += 1
      void this.#session.send({ type: "readers", sequence: this.#sequence, state })
    })
  }

  #transmit(frame: OutgoingFrame): void {
    if (this.socket.bufferedAmount > this.limits.waitingBytes) {
      this.end("slow", closeCodes.goingAway)
      return
    }
    this.socket.send(frame)
  }
}

/** A copy, because `ws` gives a view on a buffer that it uses again. */
function frameOf(data: RawData, isBinary: boolean): IncomingFrame {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)
  return isBinary ? new Uint8Array(bytes) : bytes.toString("utf8")
}
