import { setTimeout as pause } from "node:timers/promises"
import { BridgeError } from "../../shared/protocol/errors"
import { fromPcsc, resetCard, resultCode, sharingViolation } from "./pcsc-errors"
import type { Failure, NativeReader } from "./pcsc-native"
import type { Transmit } from "./port"
import { Queue } from "./queue"
import { withinLimit } from "./time-limit"

/** `winscard.h`; the package also hangs them on each reader. Its own defaults (exclusive, unpower) would be rude. */
const shareShared = 2
const protocolT0orT1 = 3
const leaveCard = 0

/** Status word included, the longest short response. */
const maxResponseBytes = 258

/**
 * Waiting politely for a card that another program holds exclusively: the delays that the health sector's own
 * middleware uses against itself (reference: cards, §4 row 7). During a conversation the card channel waits, since it
 * knows what has to be selected again.
 */
const onOpen = { retries: 3, pauseMs: 500 }

const limits = { connectMs: 2_000, exchangeMs: 3_000, disconnectMs: 2_000 }

/**
 * One reader of the PC/SC service, used by one caller at a time.
 *
 * What the package does that its users must know (read in the source of 1.0.1, then seen on pcsc-lite 1.9.9):
 * - A reader's lock is held during a native call, and the event loop itself takes that lock when a status change
 *   arrives: a card that hangs in native code can then hold the whole process until it is pulled out.
 * - Connecting waits inside the service for as long as another program's transaction lasts, so a connection
 *   that does not come in time means a held card. It may still come later, and must not stay open then: the
 *   billing software wants the card for itself.
 * - `connected` stays true when a disconnection failed (card gone, service gone), and `connect` then does
 *   nothing at all. We clear it ourselves.
 */
export class PcscSlot {
  readonly #native: NativeReader
  readonly #queue = new Queue()
  /** Native calls that have not come back, those that we stopped waiting for included. */
  #outstanding = 0

  constructor(native: NativeReader) {
    this.#native = native
  }

  withCard<Result>(use: (transmit: Transmit) => Promise<Result>): Promise<Result> {
    return this.#queue.run(async () => {
      // A call that has not come back still holds the reader's lock: a new one would wait behind it.
      if (this.#outstanding > 0) throw new BridgeError("card-held")
      let protocol = await patiently(onOpen, () => this.#connect())
      const transmit = async (command: Uint8Array) => {
        try {
          return await this.#exchange(command, protocol)
        } catch (cause) {
          // A connection from before a reset by another program says so for ever: it takes a new one.
          if (resultCode(cause) === resetCard) {
            await this.#disconnect()
            protocol = await patiently(onOpen, () => this.#connect())
          }
          throw fromPcsc(cause)
        }
      }
      try {
        return await use(transmit)
      } finally {
        await this.#disconnect()
      }
    })
  }

  /**
   * Waits for the use in hand and lets go of the reader. Never call it from a callback of the package.
   * A reader that still hangs is kept for ever instead: closing it, or collecting it, would hang us too.
   */
  async close(): Promise<void> {
    await this.#queue.idle()
    if (this.#outstanding > 0) hanging.add(this.#native)
    else this.#native.close()
  }

  async #connect(): Promise<number> {
    const options = { share_mode: shareShared, protocol: protocolT0orT1 }
    const connection = this.#call<number>((done) => this.#native.connect(options, done))
    try {
      return await withinLimit(connection, limits.connectMs, "card-held")
    } catch (cause) {
      connection.then(
        () => this.#disconnect(),
        () => undefined,
      )
      throw cause
    }
  }

  async #exchange(command: Uint8Array, protocol: number): Promise<Uint8Array> {
    // A new connection after a reset did not come about; the package would say so without a code.
    if (!this.#native.connected) throw new BridgeError("card-removed")
    const bytes = Buffer.from(command)
    const response = this.#call<Uint8Array>((done) =>
      this.#native.transmit(bytes, maxResponseBytes, protocol, done),
    )
    return withinLimit(response, limits.exchangeMs, "card-timeout")
  }

  /** Leaves the card powered and as it is: another product may be in session with it. */
  async #disconnect(): Promise<void> {
    const ending = this.#call<null>((done) =>
      this.#native.disconnect(leaveCard, (error) => done(error, null)),
    )
    try {
      await withinLimit(ending, limits.disconnectMs, "card-timeout")
    } catch {
      // The card or the service is gone, and the connection with it; whoever used it has been told already.
      this.#native.connected = false
    }
  }

  async #call<Value>(call: (done: Done<Value>) => void): Promise<Value> {
    this.#outstanding++
    try {
      return await new Promise<Value>((resolve, reject) => {
        call((error, value) => (error ? reject(error) : resolve(value)))
      })
    } finally {
      this.#outstanding--
    }
  }
}

type Done<Value> = (error: Failure, value: Value) => void

const hanging = new Set<NativeReader>()

/** Tries again as long as another program holds the card. What fails in the end is one of our errors. */
async function patiently<Value>(
  patience: { retries: number; pauseMs: number },
  attempt: () => Promise<Value>,
): Promise<Value> {
  for (let left = patience.retries; ; left--) {
    try {
      return await attempt()
    } catch (cause) {
      if (resultCode(cause) !== sharingViolation || left === 0) throw fromPcsc(cause)
      await pause(patience.pauseMs)
    }
  }
}
