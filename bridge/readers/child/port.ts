import { BridgeError, type ErrorCode } from "../../../shared/protocol/errors"
import type { CardToRead, Outcome } from "../outcome"
import type { ReaderEvent, ReaderPort, Transmit } from "../port"
import { ReadersPicture } from "./picture"
import { ReaderProcess } from "./process"
import { secondLook } from "./second-look"

/** `modulePath`: what the child runs. `lookMs`: how often a second process looks at the readers too. */
export type ChildPortOptions = { modulePath: string; lookMs?: number }

const usualLookMs = 60_000
/** A child that has said nothing by then hangs, most often in a service that does not answer. */
const firstWordMs = 5_000
/** How soon the next one is started, by how many ended soon after their start, one after the other. */
const restartMs = [0, 1_000, 3_000] as const
/** A child that lived so long was well. */
const wellMs = 10_000
const tickMs = 1_000
/** Ticks so far apart: the machine slept, and no context can be trusted after that. */
const sleptMs = 20_000

type Child = { process: ReaderProcess; picture: ReadersPicture; began: number }

/**
 * The PC/SC port in a process of its own: a hang or a crash in native code costs a restart of that process, never the
 * bridge. It watches over three things:
 * - the process, by its end, its first word and its beats (`process.ts`);
 * - the service: where it goes away, the child says so and makes a new context itself;
 * - a service that lies, in a context that hears nothing any more (after a restart, the loss of the last reader, a sleep
 *   of the machine): each minute a second process looks with a fresh context, and where the two disagree it takes over.
 * Whoever takes over tells all readers and cards anew, since a card may have been changed unseen.
 */
export class ChildPort implements ReaderPort {
  readonly #options: Required<ChildPortOptions>
  readonly #timers = new Set<NodeJS.Timeout>()
  #onEvent: ((event: ReaderEvent) => void) | null = null
  #child: Child | null = null
  #looking: { child: Child; ended: AbortController } | null = null
  #earlyEnds = 0
  #silentLooks = 0
  #told: ErrorCode | null | undefined

  constructor({ modulePath, lookMs = usualLookMs }: ChildPortOptions) {
    this.#options = { modulePath, lookMs }
  }

  start(onEvent: (event: ReaderEvent) => void): void {
    this.#onEvent = onEvent
    this.#told = undefined
    this.#startChild()
    this.#tick(Date.now(), Date.now() + this.#options.lookMs)
  }

  async stop(): Promise<void> {
    this.#onEvent = null
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#endLook()
    const child = this.#child
    this.#child = null
    child?.process.kill()
  }

  async withCard<Result>(reader: string, use: (transmit: Transmit) => Promise<Result>): Promise<Result> {
    if (!this.#child) throw new BridgeError("no-reader-service")
    return this.#child.process.withCard(reader, use)
  }

  async readCard(card: CardToRead): Promise<Outcome> {
    return this.#child?.process.readCard(card) ?? { ok: false, reason: "no-reader-service" }
  }

  #startChild(): void {
    if (!this.#onEvent) return
    const child = this.#newChild()
    this.#child = child
    this.#later(firstWordMs, () => {
      if (child.picture.trouble === undefined) child.process.kill()
    })
  }

  /** Its events and its end count once it is in charge. */
  #newChild(): Child {
    const picture = new ReadersPicture()
    const inCharge = () => this.#child?.picture === picture
    const process = new ReaderProcess(this.#options.modulePath, {
      event: (event) => {
        picture.after(event)
        if (inCharge()) this.#tell(event)
        // Without the library there is nothing to watch, and nothing to start again.
        if (picture.trouble === "no-reader-library") process.kill()
      },
      end: () => {
        if (this.#looking?.child.picture === picture) this.#endLook()
        if (inCharge()) this.#lost(child)
      },
    })
    const child = { process, picture, began: Date.now() }
    return child
  }

  /** The process in charge ended, and with it all that it told. */
  #lost({ picture, began }: Child): void {
    this.#child = null
    for (const event of picture.ending()) this.#tell(event)
    if (picture.trouble === "no-reader-library") return
    this.#earlyEnds = Date.now() - began > wellMs ? 0 : this.#earlyEnds + 1
    // A single end is mended before a person could read of it.
    if (picture.trouble === undefined || this.#earlyEnds > 1)
      this.#tell({ type: "service", trouble: "no-reader-service" })
    this.#later(restartMs[Math.min(this.#earlyEnds, restartMs.length - 1)] ?? 0, () => this.#startChild())
  }

  #tick(last: number, nextLook: number): void {
    this.#later(tickMs, () => {
      const now = Date.now()
      if (now - last > sleptMs) this.#child?.process.kill()
      else if (now >= nextLook) void this.#look()
      this.#tick(now, now >= nextLook ? now + this.#options.lookMs : nextLook)
    })
  }

  async #look(): Promise<void> {
    const inCharge = this.#child
    // A service that is known to be away is tried again each second by the process in charge.
    if (this.#looking || inCharge?.picture.trouble !== null) return
    const child = this.#newChild()
    const ended = new AbortController()
    this.#looking = { child, ended }
    const result = await secondLook(inCharge.picture, child.picture, ended.signal).catch(() => null)
    if (result === null || this.#child !== inCharge) return this.#endLook()
    this.#silentLooks = result === "silent" ? this.#silentLooks + 1 : 0
    if (result === "disagree") return this.#takeOver(inCharge, child)
    this.#endLook()
    // Twice no answer to a fresh context: the one in charge may be deaf too, and a new one will tell.
    if (this.#silentLooks >= 2) inCharge.process.kill()
  }

  #takeOver(before: Child, child: Child): void {
    this.#looking = null
    this.#child = child
    before.process.kill()
    for (const event of [...before.picture.ending(), ...child.picture.telling()]) this.#tell(event)
  }

  #endLook(): void {
    const looking = this.#looking
    this.#looking = null
    looking?.ended.abort()
    looking?.child.process.kill()
  }

  /** A service that is still in the same trouble is not said again. */
  #tell(event: ReaderEvent): void {
    if (event.type === "service") {
      if (event.trouble === this.#told) return
      this.#told = event.trouble
    }
    this.#onEvent?.(event)
  }

  #later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, ms)
    this.#timers.add(timer)
  }
}
