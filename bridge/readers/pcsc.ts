import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"
import type { NativeReader, NativeService, OpenService } from "./pcsc-native"
import { PcscSlot } from "./pcsc-slot"
import { changes, nothingSeen } from "./pcsc-state"
import type { ReaderEvent, ReaderPort, Transmit } from "./port"

/** How soon a service that went away, or was not there, is tried again. */
const retryMs = 1_000

/**
 * The real readers, through the operating system's PC/SC service. The package is optional and native: where it
 * could not be compiled, the service is in trouble `no-reader-library` and stays so.
 *
 * A service object of the package dies with the service: after its `error` event it never speaks again, and
 * neither do its readers. So trouble means a new object, each second, until one lives.
 */
export class PcscPort implements ReaderPort {
  readonly #slots = new Map<string, PcscSlot>()
  /** Every reader that the package gave us, also one whose event still waits: each holds a thread to be ended. */
  readonly #given = new Set<PcscSlot>()
  #onEvent: ((event: ReaderEvent) => void) | null = null
  #open: OpenService | null = null
  #service: NativeService | null = null
  #retry: NodeJS.Timeout | null = null
  #told: ErrorCode | null | undefined

  start(onEvent: (event: ReaderEvent) => void): void {
    this.#onEvent = onEvent
    this.#told = undefined
    // Without this, pcsc-lite answers a held card by waiting inside the library, without limit, where no
    // time-out of ours can reach; with it, it says so and we wait politely. Read once, as the library loads.
    process.env.PCSCLITE_NO_BLOCKING ??= "1"
    import("pcsclite").then(
      (library) => {
        this.#open = library.default
        this.#connect()
      },
      () => this.#tellService("no-reader-library"),
    )
  }

  async stop(): Promise<void> {
    this.#onEvent = null
    if (this.#retry) clearTimeout(this.#retry)
    this.#retry = null
    const service = this.#service
    this.#service = null
    await this.#closeSlots()
    service?.close()
  }

  async withCard<Result>(reader: string, use: (transmit: Transmit) => Promise<Result>): Promise<Result> {
    if (!this.#service) throw new BridgeError("no-reader-service")
    const slot = this.#slots.get(reader)
    if (!slot) throw new BridgeError("no-reader")
    return slot.withCard(use)
  }

  #connect(): void {
    if (!this.#onEvent || !this.#open) return
    try {
      const service = this.#open()
      this.#service = service
      service.on("error", () => later(() => this.#lose(service)))
      service.on("reader", (native) => this.#watch(service, native))
      this.#tellService(null)
    } catch {
      // Whatever the constructor says, there is no service to talk to; the doctor tells the cases apart.
      this.#lose(null)
    }
  }

  /** The listeners are set at once, since the reader speaks as soon as it exists; the events follow in the loop. */
  #watch(service: NativeService, native: NativeReader): void {
    const reader = native.name
    const slot = new PcscSlot(native)
    this.#given.add(slot)
    let seen = nothingSeen
    const inTurn = (work: () => void) => later(() => this.#service === service && work())
    native.on("status", ({ state, atr }) =>
      inTurn(() => {
        const { now, events } = changes(reader, seen, state, atr ?? new Uint8Array())
        seen = now
        for (const event of events) this.#emit(event)
      }),
    )
    // The reader's own errors come with the end of the reader or of the service, and both say so.
    native.on("error", () => undefined)
    native.on("end", () =>
      inTurn(() => {
        if (this.#slots.get(reader) !== slot) return
        this.#slots.delete(reader)
        this.#given.delete(slot)
        this.#emit({ type: "reader-removed", reader })
      }),
    )
    inTurn(() => {
      this.#slots.set(reader, slot)
      this.#emit({ type: "reader-added", reader })
    })
  }

  /** `service` null: there was none. Its objects are kept until the retry: native threads still end in them. */
  #lose(service: NativeService | null): void {
    if (this.#service !== service || !this.#onEvent || this.#retry) return
    this.#service = null
    this.#tellService("no-reader-service")
    this.#retry = setTimeout(() => {
      this.#retry = null
      service?.close()
      void this.#closeSlots()
      this.#connect()
    }, retryMs)
  }

  async #closeSlots(): Promise<void> {
    const slots = [...this.#given]
    this.#given.clear()
    this.#slots.clear()
    await Promise.all(slots.map((slot) => slot.close()))
  }

  /** A service that is still in the same trouble is not said again, at each retry. */
  #tellService(trouble: ErrorCode | null): void {
    if (trouble === this.#told) return
    this.#told = trouble
    this.#emit({ type: "service", trouble })
  }

  #emit(event: ReaderEvent): void {
    this.#onEvent?.(event)
  }
}

/** Out of the package's callback: it holds a lock there that `close` takes again, and would wait for itself. */
function later(work: () => void): void {
  setImmediate(work)
}
