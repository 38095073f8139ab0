import type { AddressInfo } from "node:net"
import { WebSocket, WebSocketServer } from "ws"

/**
 * A bare WebSocket server that says the same message to all who listen, and clients that read it: no gate, no
 * handshake, no seal. What our link costs is measured against it; nothing of the product uses it.
 */
export class PlainLink {
  readonly #clients: WebSocket[] = []

  private constructor(readonly server: WebSocketServer) {}

  static async start(): Promise<PlainLink> {
    const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false })
    await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject))
    return new PlainLink(server)
  }

  /** Calls `heard` with each message, read as JSON. Settles when the client is connected. */
  async join(heard: (message: unknown) => void): Promise<void> {
    const { port } = this.server.address() as AddressInfo
    const client = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
    this.#clients.push(client)
    client.on("message", (data) => heard(JSON.parse(String(data))))
    await new Promise((resolve, reject) => client.once("open", resolve).once("error", reject))
  }

  say(message: unknown): void {
    for (const client of this.server.clients) client.send(JSON.stringify(message))
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.terminate()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
