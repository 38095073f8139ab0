import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ReadersState } from "../../shared/cards/readers"
import {
  type ClientCredential,
  helloOfClient,
  type PairedCredential,
  pairedCredential,
} from "../../shared/protocol/client-session"
import { Clients } from "./clients"
import type { ConnectionLimits } from "./connection"
import { FakeBrowser } from "./fake-browser"
import type { LogEvent } from "./log"
import { Pairing } from "./pairing"
import type { ReadersSource } from "./readers-source"
import { type LinkServer, startLinkServer } from "./server"

/** Readers that a test turns by hand. */
class HandReaders implements ReadersSource {
  readonly listeners = new Set<(state: ReadersState) => void>()
  state: ReadersState = emptyDesk
  readAgains = 0

  subscribe(listener: (state: ReadersState) => void): () => void {
    this.listeners.add(listener)
    listener(this.state)
    return () => this.listeners.delete(listener)
  }
  show(state: ReadersState): void {
    this.state = state
    for (const listener of this.listeners) listener(state)
  }
  readAgain(): void {
    this.readAgains += 1
  }
}

export const emptyDesk: ReadersState = { trouble: "no-reader", readers: [] }

/** A card of the public test identities. */
export const zoe: ReadersState = {
  trouble: null,
  readers: [
    {
      name: "Lecteur 1",
      card: {
        kind: "vitale",
        insertion: "0011223344556677",
        serial: null,
        validFrom: null,
        unknownTags: [],
        holders: [
          { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: "275126322074974" },
        ],
      },
    },
  ],
}

/** The real server on a free port, with a home of its own and readers turned by hand. Only tests use it. */
export class TestLink {
  readonly readers = new HandReaders()
  readonly #browsers: FakeBrowser[] = []
  #server: LinkServer | null = null

  private constructor(
    readonly home: string,
    readonly logged: LogEvent[],
    readonly log: (event: LogEvent) => void,
    readonly clients: Clients,
    readonly pairing: Pairing,
  ) {}

  static async start(): Promise<TestLink> {
    const home = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
    const logged: LogEvent[] = []
    const log = (event: LogEvent) => void logged.push(event)
    const link = new TestLink(
      home,
      logged,
      log,
      await Clients.openIn(home, log),
      await Pairing.openIn(home, log),
    )
    await link.restart({})
    return link
  }

  get port(): number {
    return this.#server?.port ?? 0
  }

  /** A server with these limits in the place of the one that runs. */
  async restart(limits: Partial<ConnectionLimits>): Promise<void> {
    await this.#server?.close()
    this.#server = await this.another({ limits })
  }

  /** One more server of the same user. */
  another(
    options: { limits?: Partial<ConnectionLimits>; ports?: readonly number[] } = {},
  ): Promise<LinkServer> {
    const { readers, clients, pairing, log } = this
    return startLinkServer({ readers, clients, pairing, log, mode: "training", ports: [0], ...options })
  }

  /** The server ends, as on SIGTERM. */
  async close(): Promise<void> {
    await this.#server?.close()
    this.#server = null
  }

  async stop(): Promise<void> {
    for (const browser of this.#browsers) browser.close()
    await this.close()
    await rm(this.home, { recursive: true, maxRetries: 3 })
  }

  browse(options: ConstructorParameters<typeof FakeBrowser>[1] = {}, port = this.port): FakeBrowser {
    const browser = new FakeBrowser(port, options)
    this.#browsers.push(browser)
    return browser
  }

  async pairedClient(name = "Firefox"): Promise<PairedCredential> {
    const { id, key } = await this.clients.add(name)
    return pairedCredential({ client: id, key })
  }

  /** A paired client that said hello and has its first snapshot. */
  async served(credential: ClientCredential): Promise<FakeBrowser> {
    const browser = this.browse({ credential })
    await browser.session?.send(helloOfClient)
    const [hello, readers] = [await browser.message(), await browser.message()]
    if (hello.type !== "hello" || readers.type !== "readers") throw new Error("not served")
    return browser
  }

  /** Why connections and upgrades ended, as our log says it. */
  reasons(): string[] {
    return this.logged.flatMap((event) =>
      event.event === "refused" || event.event === "ended" ? [event.reason] : [],
    )
  }
}
