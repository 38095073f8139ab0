import browser from "webextension-polyfill"
import type { ReadersState } from "../../shared/cards/readers"
import { agreeOnProtocol } from "../../shared/protocol/agreement"
import { helloOfClient } from "../../shared/protocol/client-session"
import type { ErrorCode } from "../../shared/protocol/errors"
import { type BridgeMessage, closeCodes } from "../../shared/protocol/messages"
import { heartbeatMs } from "../../shared/protocol/version"
import type { Mode } from "../messages/panel-state"
import type { NoLink, OpenLink } from "./attempt"
import { findBridge } from "./find-bridge"
import { credentialOf, loadPairing, savePairing } from "./pairing-store"
import type { State } from "./state"

/** What the link tells the rest of the background. */
export type LinkEvents = { mode(mode: Mode): void; readers(state: ReadersState): void }

/** First wait after a lost link, doubled up to the last; the alarm of the background is the safety net. */
const retryMs = { first: 500, last: 5000 }

const troubleOf: Record<NoLink, ErrorCode> = {
  absent: "bridge-absent",
  "not-ours": "bridge-absent",
  "refuses-us": "not-paired",
}

/**
 * The link to the bridge: found, kept alive, found again. Only the background connects: browsers block a page
 * or a content script that opens a socket to loopback.
 */
export class Link {
  private open: OpenLink | null = null
  private searching = false
  private retryIn = retryMs.first
  private heartbeat: ReturnType<typeof setInterval> | undefined
  private unanswered = 0

  constructor(
    private readonly state: State,
    private readonly events: LinkEvents,
  ) {}

  /** Connects unless that is done or under way. Called at every occasion: start, panel opened, tab, alarm. */
  async connect(): Promise<void> {
    if (this.open || this.searching) return
    this.searching = true
    try {
      await this.search()
    } finally {
      this.searching = false
    }
  }

  /** Closes the link for good, e.g. because the pairing was forgotten. */
  disconnect(): void {
    this.open?.close()
    this.closed("not-paired")
    this.trouble("not-paired")
  }

  readAgain(): void {
    void this.open?.session.send({ type: "read-again" })
  }

  private async search(): Promise<void> {
    const pairing = await loadPairing()
    this.state.set({ pairing: pairing && { name: pairing.name, since: pairing.since } })
    if (!pairing) return this.trouble("not-paired")
    const found = await findBridge(credentialOf(pairing), pairing.port)
    if (typeof found === "string") {
      this.trouble(troubleOf[found])
      if (found !== "refuses-us") this.retryLater()
      return
    }
    if (found.port !== pairing.port) await savePairing({ ...pairing, port: found.port })
    this.open = found
    found.listen(
      (message) => this.received(message),
      (code) => this.closed(code === closeCodes.revoked ? "not-paired" : "bridge-absent"),
    )
    void found.session.send(helloOfClient)
    this.startHeartbeat()
  }

  private received(message: BridgeMessage): void {
    if (message.type === "hello") this.greeted(message)
    if (message.type === "readers") this.events.readers(message.state)
    if (message.type === "pong") this.unanswered = 0
    if (message.type === "error") this.trouble(message.code)
  }

  private greeted({ mode, product, protocol }: Extract<BridgeMessage, { type: "hello" }>): void {
    const agreed = agreeOnProtocol({ bridge: protocol })
    if (typeof agreed === "string") {
      this.trouble(agreed)
      return
    }
    this.retryIn = retryMs.first
    this.events.mode(mode)
    this.state.set({ link: { state: "connected", mode, product } })
  }

  private closed(reason: ErrorCode): void {
    clearInterval(this.heartbeat)
    if (!this.open) return
    this.open.session.end()
    this.open = null
    const { link } = this.state.get()
    // A mismatch of versions was explained before the bridge closed: the reason stays on screen.
    const explained = link.state === "trouble" && link.code.endsWith("-too-old")
    if (!explained) this.trouble(reason)
    // Close codes travel in clear, so a revocation is told and the key is kept: only the user forgets it.
    if (reason !== "not-paired") this.retryLater()
  }

  private trouble(code: ErrorCode): void {
    this.state.set({ link: { state: "trouble", code }, readers: null })
  }

  private retryLater(): void {
    setTimeout(() => void this.connect(), this.retryIn)
    this.retryIn = Math.min(this.retryIn * 2, retryMs.last)
  }

  /**
   * One beat does two things. The message keeps Chromium's worker alive (ping frames do not); the call to the
   * extension's API keeps Firefox's event page alive (socket traffic does not). Measured on Chromium 156 and
   * Firefox 153. Two beats without an answer mean that the bridge hangs or the machine slept.
   */
  private startHeartbeat(): void {
    clearInterval(this.heartbeat)
    this.unanswered = 0
    this.heartbeat = setInterval(() => {
      void browser.runtime.getPlatformInfo()
      if (this.unanswered >= 2) {
        this.open?.close()
        return this.closed("bridge-absent")
      }
      this.unanswered += 1
      void this.open?.session.send({ type: "ping" })
    }, heartbeatMs)
  }
}
