import { FakeBrowser } from "../../bridge/link/fake-browser"
import { type ClientCredential, helloOfClient } from "../../shared/protocol/client-session"

/** A paired client on the link, as the extension is one, that waits for what the bridge pushes. */
export class ServedClient {
  /** A client that says nothing for long is taken for gone. */
  private readonly beat = setInterval(() => void this.browser.session?.send({ type: "ping" }), 10_000)

  private constructor(private readonly browser: FakeBrowser) {}

  static async open(port: number, credential: ClientCredential): Promise<ServedClient> {
    const client = new ServedClient(new FakeBrowser(port, { credential }))
    await client.browser.session?.send(helloOfClient)
    return client
  }

  /** When the identity of a Vitale card arrived; null for when all readers were empty. Milliseconds of `performance`. */
  async when(what: "read" | "empty"): Promise<number> {
    for (;;) {
      const happening = await this.browser.next()
      if (happening.what !== "message" || happening.message.type !== "readers") continue
      const cards = happening.message.state.readers.map(({ card }) => card)
      if (
        what === "read" ? cards.some((card) => card?.kind === "vitale") : cards.every((card) => card === null)
      )
        return performance.now()
    }
  }

  close(): void {
    clearInterval(this.beat)
    this.browser.close()
  }
}
