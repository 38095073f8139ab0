import { WebSocket } from "ws"
import { chromiumExtensionId } from "../../shared/extension-id"
import type { Bytes } from "../../shared/protocol/bytes"
import {
  type ClientCredential,
  type ClientSession,
  startClientSession,
} from "../../shared/protocol/client-session"
import type { BridgeMessage } from "../../shared/protocol/messages"
import { linkPath, subprotocol } from "../../shared/protocol/version"

/** What happens to a browser on the link, one after the other. */
export type Happening =
  | { what: "ready" }
  | { what: "message"; message: BridgeMessage }
  | { what: "failed"; reason: string }
  | { what: "closed"; code: number }
  | { what: "refused"; status: number }

/**
 * A browser for tests: the extension's side of the link on a socket of `ws`, which can send any Origin. Only
 * tests import this file.
 */
export class FakeBrowser {
  readonly socket: WebSocket
  readonly session: ClientSession | null
  readonly happened: Happening[] = []
  /** Every frame that this side sent or heard, as it was on the wire. */
  readonly wire: (string | Bytes)[] = []
  #wake: () => void = () => undefined

  constructor(
    port: number,
    options: { credential?: ClientCredential; origin?: string; protocol?: string; path?: string } = {},
  ) {
    const { credential, origin = `chrome-extension://${chromiumExtensionId}` } = options
    this.socket = new WebSocket(
      `ws://127.0.0.1:${port}${options.path ?? linkPath}`,
      options.protocol ?? subprotocol,
      {
        origin,
        perMessageDeflate: false,
      },
    )
    this.socket.binaryType = "arraybuffer"
    this.socket.on("close", async (code) => {
      await this.session?.drained()
      this.#note({ what: "closed", code })
    })
    this.socket.on("error", () => undefined)
    this.socket.on("unexpected-response", (request, response) => {
      this.#note({ what: "refused", status: response.statusCode ?? 0 })
      request.destroy()
    })
    this.session = credential ? this.#start(credential) : null
  }

  /** The next thing that happens, in order; fails after three seconds. */
  async next(): Promise<Happening> {
    for (const until = Date.now() + 3_000; Date.now() < until; ) {
      const happening = this.happened.shift()
      if (happening) return happening
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        setTimeout(resolve, 50)
      })
    }
    throw new Error("nothing happened for three seconds")
  }

  /** The next message of the bridge. */
  async message(): Promise<BridgeMessage> {
    const happening = await this.next()
    if (happening.what === "message") return happening.message
    if (happening.what === "ready") return this.message()
    throw new Error(`no message but ${JSON.stringify(happening)}`)
  }

  /** What happens at the end, messages left out. */
  async end(): Promise<Happening> {
    for (;;) {
      const happening = await this.next()
      if (happening.what === "closed" || happening.what === "refused") return happening
    }
  }

  async opened(): Promise<this> {
    if (this.socket.readyState === WebSocket.OPEN) return this
    await new Promise((resolve, reject) => {
      this.socket.once("open", resolve)
      this.socket.once("close", reject)
    })
    return this
  }

  close(): void {
    this.session?.end()
    this.socket.terminate()
  }

  #start(credential: ClientCredential): ClientSession {
    let send: (frame: string | Bytes) => void = (frame) =>
      this.socket.once("open", () => {
        this.socket.send(frame)
      })
    this.socket.once("open", () => {
      send = (frame) => this.socket.send(frame)
    })
    const session = startClientSession(credential, {
      transmit: (frame) => {
        this.wire.push(frame)
        send(frame)
      },
      ready: () => this.#note({ what: "ready" }),
      message: (message) => this.#note({ what: "message", message }),
      failed: ({ reason }) => {
        this.#note({ what: "failed", reason })
        this.socket.close()
      },
    })
    this.socket.on("message", (data: ArrayBuffer, isBinary) => {
      const frame = isBinary ? new Uint8Array(data) : Buffer.from(data).toString("utf8")
      this.wire.push(frame)
      session.receive(frame)
    })
    return session
  }

  #note(happening: Happening): void {
    this.happened.push(happening)
    this.#wake()
  }
}
