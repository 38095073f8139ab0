import browser from "webextension-polyfill"
import type { ReadersState } from "../../shared/cards/readers"
import { agreeOnProtocol } from "../../shared/protocol/agreement"
import { helloOfClient } from "../../shared/protocol/client-session"
import type { ErrorCode } from "../../shared/protocol/errors"
import { type BridgeMessage, closeCodes } from "../../shared/protocol/messages"
import { heartbeatMs } from "../../shared/protocol/version"
import type { Mode } from "../messages/patient"
import type { NoLink, OpenLink } from "./attempt"
import { findBridge } from "./find-bridge"
import { credentialOf, loadPairing, savePairing } from "./pairing-store"
import type { State } from "./state"

/** What the link asks of the rest: whether somebody looks at a panel, and the time (milliseconds since 1970). */
export type Surroundings = { watched(): boolean; now?: () => number }

/** What the link tells the rest of the background. */
export type LinkEvents = { mode(mode: Mode): void; readers(state: ReadersState): void }

/**
 * First wait after a lost link, doubled up to the last, which is shorter while somebody looks at a panel; the alarm of
 * the background is the safety net.
 */
const retryMs = { first: 250, last: 5000, lastWhileWatched: 750 }

/** A link that lives was heard within the last beat; after so long without a word, the bridge hangs or we slept. */
const quietMs = 1.5 * heartbeatMs

/** A bridge that is asked whether it is still there answers within milliseconds. */
const stillThereMs = 1000

const troubleOf: Record<NoLink, ErrorCode> = {
  absent: "bridge-absent",
  "not-ours": "bridge-absent",
  "refuses-us": "not-paired",
}

const troubleOfClose = new Map<number, ErrorCode>([
  [closeCodes.revoked, "not-paired"],
  [closeCodes.badMessage, "bad-message"],
])

/**
 * The link to the bridge: found, kept alive, found again. Only the background connects: browsers block a page
 * or a content script that opens a socket to loopback.
 */
export class Link {
  private open: OpenLink | null = null
  /** Counts what makes a search void: forgetting the pairing while it runs. */
  private epoch = 0
  private searching: number | null = null
  private retryIn = retryMs.first
  private retry: ReturnType<typeof setTimeout> | undefined
  private heartbeat: ReturnType<typeof setInterval> | undefined
  private unanswered = 0
  /** When the bridge was heard last, by the clock on the wall: it alone goes on while a machine sleeps. */
  private heardAt = 0

  constructor(
    private readonly state: State,
    private readonly events: LinkEvents,
    private readonly surroundings: Surroundings,
  ) {}

  /**
   * Connects unless that is done or under way, and asks a link that was quiet for long whether it still lives. Called
   * at every occasion: start, panel opened, tab, alarm. `asked`: by a person.
   */
  async connect({ asked = false } = {}): Promise<void> {
    if (this.open) return this.check(this.open)
    if (this.searching === this.epoch) return
    const epoch = this.epoch
    this.searching = epoch
    try {
      await this.search(epoch, asked)
    } finally {
      if (this.searching === epoch) this.searching = null
    }
  }

  /** Closes the link for good, because the pairing was forgotten; a search under way finds nothing any more. */
  disconnect(): void {
    this.epoch += 1
    clearTimeout(this.retry)
    this.drop()
    this.trouble("not-paired")
  }

  /** False where there is no link to ask through. */
  readAgain(): boolean {
    void this.open?.session.send({ type: "read-again" })
    return this.open !== null
  }

  private async search(epoch: number, insist: boolean): Promise<void> {
    const pairing = await loadPairing()
    if (epoch !== this.epoch) return
    const shown = pairing && { name: pairing.name, since: pairing.since }
    // A search every second must not draw the panel anew each time.
    if (JSON.stringify(shown) !== JSON.stringify(this.state.get().pairing)) this.state.set({ pairing: shown })
    if (!pairing) {
      this.trouble("not-paired")
      return
    }
    const found = await findBridge(credentialOf(pairing), pairing.port, { insist })
    if (epoch !== this.epoch) {
      if (typeof found !== "string") found.close()
      return
    }
    if (typeof found === "string") {
      this.trouble(troubleOf[found])
      // It may be another user's that refuses us: ours may come while somebody waits for it.
      if (found !== "refuses-us" || this.surroundings.watched()) this.retryLater()
      return
    }
    this.take(found)
    if (found.port !== pairing.port) await savePairing({ ...pairing, port: found.port })
  }

  private take(found: OpenLink): void {
    clearTimeout(this.retry)
    this.open = found
    this.heardAt = this.now()
    this.startHeartbeat(found)
    found.listen(
      (message) => this.open === found && this.received(message),
      (code) => this.lost(found, troubleOfClose.get(code) ?? "bridge-absent"),
    )
    void found.session.send(helloOfClient)
  }

  private received(message: BridgeMessage): void {
    this.heardAt = this.now()
    if (message.type === "hello") this.greeted(message)
    if (message.type === "readers") this.events.readers(message.state)
    if (message.type === "pong") this.unanswered = 0
    if (message.type === "error") this.trouble(message.code)
  }

  private greeted({ mode, product, protocol, portals }: Extract<BridgeMessage, { type: "hello" }>): void {
    const agreed = agreeOnProtocol({ bridge: protocol })
    if (typeof agreed === "string") {
      this.trouble(agreed)
      return
    }
    this.retryIn = retryMs.first
    this.events.mode(mode)
    this.state.set({ link: { state: "connected", mode, product, portals: portals ?? null } })
  }

  /** The end of this very link; the late end of an older one changes nothing. */
  private lost(link: OpenLink, reason: ErrorCode): void {
    if (this.open !== link) return
    this.drop()
    const { link: view } = this.state.get()
    // A mismatch of versions was explained before the bridge closed: the reason stays on screen.
    const explained = view.state === "trouble" && view.code.endsWith("-too-old")
    if (!explained) this.trouble(reason)
    // Close codes travel in clear, so a revocation is told and the key is kept: only the user forgets it.
    if (reason !== "not-paired") this.retryLater()
  }

  private drop(): void {
    clearInterval(this.heartbeat)
    const link = this.open
    this.open = null
    link?.session.end()
    link?.close()
  }

  private trouble(code: ErrorCode): void {
    const { link, readers } = this.state.get()
    if (link.state === "trouble" && link.code === code && readers === null) return
    this.state.set({ link: { state: "trouble", code }, readers: null })
  }

  /** One timer at the most: each occasion that searches in vain would else start a chain of its own. */
  private retryLater(): void {
    clearTimeout(this.retry)
    const last = this.surroundings.watched() ? retryMs.lastWhileWatched : retryMs.last
    this.retry = setTimeout(() => void this.connect(), Math.min(this.retryIn, last))
    this.retryIn = Math.min(this.retryIn * 2, retryMs.last)
  }

  /** After a sleep the beats would take up to a minute to notice that nobody is at the other end any more. */
  private check(link: OpenLink): void {
    const before = this.heardAt
    if (this.now() - before < quietMs) return
    void link.session.send({ type: "ping" })
    setTimeout(() => {
      if (this.open !== link || this.heardAt !== before) return
      this.lost(link, "bridge-absent")
      void this.connect()
    }, stillThereMs)
  }

  private now(): number {
    return this.surroundings.now?.() ?? Date.now()
  }

  /**
   * One beat does two things. The message keeps Chromium's worker alive (ping frames do not); the call to the
   * extension's API keeps Firefox's event page alive (socket traffic does not). Measured on Chromium 156 and
   * Firefox 153. Two beats without an answer mean that the bridge hangs or the machine slept.
   */
  private startHeartbeat(link: OpenLink): void {
    clearInterval(this.heartbeat)
    this.unanswered = 0
    this.heartbeat = setInterval(() => {
      void browser.runtime.getPlatformInfo()
      if (this.unanswered >= 2) {
        this.lost(link, "bridge-absent")
        return
      }
      this.unanswered += 1
      void link.session.send({ type: "ping" })
    }, heartbeatMs)
  }
}
