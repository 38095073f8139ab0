import type { Socket } from "node:net"
import { WebSocket } from "ws"
import type { Bytes } from "../../shared/protocol/bytes"
import {
  type ClientCredential,
  type ClientSession,
  startClientSession,
} from "../../shared/protocol/client-session"
import type { BridgeMessage, ClientMessage } from "../../shared/protocol/messages"
import { linkPath, subprotocol } from "../../shared/protocol/version"
import { ourOrigin } from "./upgrade-request"
import { wireTo } from "./wire"

/**
 * A socket of a client on the link: with a credential it speaks as the extension does; without one it is a stranger
 * whose frames the test writes. Keeps what came, in messages and frames.
 */
export class ClientSocket {
  readonly messages: BridgeMessage[] = []
  /** Frames with data that the bridge sent, sealed or not. */
  frames = 0
  pongs = 0
  readonly #socket: WebSocket
  readonly #session: ClientSession | null
  readonly #ended: Promise<string>
  #wake: () => void = () => undefined

  constructor(
    port: number,
    credential: ClientCredential | null = null,
    private readonly onMessage: (message: BridgeMessage) => void = () => undefined,
  ) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${linkPath}`, subprotocol, {
      origin: ourOrigin,
      perMessageDeflate: false,
      createConnection: () => wireTo(port),
    })
    this.#socket = socket
    socket.binaryType = "arraybuffer"
    this.#ended = new Promise((resolve) => {
      socket.on("close", async (code) => {
        await this.#session?.drained()
        resolve(String(code))
      })
      socket.on("unexpected-response", (request, response) => {
        request.destroy()
        resolve(`HTTP ${response.statusCode}`)
      })
    })
    socket.on("error", () => undefined)
    socket.on("pong", () => {
      this.pongs += 1
    })
    this.#session = credential && this.#speakAs(credential)
    socket.on("message", (data: ArrayBuffer, isBinary) => {
      this.frames += 1
      this.#wake()
      this.#session?.receive(isBinary ? new Uint8Array(data) : Buffer.from(data).toString("utf8"))
    })
  }

  send(message: ClientMessage): void {
    void this.#session?.send(message)
  }

  /** True once the upgrade was let through, false when it was refused. */
  async opened(): Promise<boolean> {
    const { readyState } = this.#socket
    if (readyState === WebSocket.OPEN) return true
    return Promise.race([
      new Promise<boolean>((resolve) => this.#socket.once("open", () => resolve(true))),
      this.#ended.then(() => false),
    ])
  }

  /** A frame of our own making. */
  frame(data: string | Bytes): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data, () => undefined)
  }

  /** Bytes below the protocol. */
  raw(bytes: Uint8Array): void {
    const { _socket: wire } = this.#socket as unknown as { _socket: Socket | null }
    if (wire?.writable) wire.write(bytes)
  }

  /** How it ended: the close code, the HTTP status of a refusal, or « still open » after the limit. */
  async ended(limitMs = 8_000): Promise<string> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, limitMs, "still open")
    })
    const end = await Promise.race([this.#ended, late])
    clearTimeout(timer)
    this.close()
    return end
  }

  /** Waits for so many messages of the bridge; false when it ended before, or after the limit. */
  heard(count: number): Promise<boolean> {
    return this.#until(() => this.messages.length >= count)
  }

  /** Waits for so many frames of the bridge, the answer to the opening among them; false as above. */
  took(count: number): Promise<boolean> {
    return this.#until(() => this.frames >= count)
  }

  async #until(enough: () => boolean): Promise<boolean> {
    let over = false
    const end = () => {
      over = true
      this.#wake()
    }
    const timer = setTimeout(end, 10_000)
    void this.#ended.then(end)
    while (!enough() && !over) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    clearTimeout(timer)
    return enough()
  }

  /** Stops reading, as a client that hangs. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  close(): void {
    this.#session?.end()
    this.#socket.terminate()
  }

  #speakAs(credential: ClientCredential): ClientSession {
    const waiting: (string | Bytes)[] = []
    const socket = this.#socket
    socket.once("open", () => {
      for (const frame of waiting.splice(0)) socket.send(frame)
    })
    return startClientSession(credential, {
      transmit: (frame) => (socket.readyState === WebSocket.OPEN ? socket.send(frame) : waiting.push(frame)),
      ready: () => undefined,
      message: (message) => {
        this.messages.push(message)
        this.onMessage(message)
        this.#wake()
      },
      failed: () => socket.terminate(),
    })
  }
}
