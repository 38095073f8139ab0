import { rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { fromBase64url, toBase64url } from "../../shared/protocol/base64url"
import type { Bytes } from "../../shared/protocol/bytes"
import {
  generatePairingCode,
  type PairingCode,
  pairingCodeLifetimeMs,
  pairingKey,
  pairingTries,
} from "../../shared/protocol/pairing-code"
import { Turns } from "../../shared/protocol/turns"
import * as z from "../../shared/zod"
import { ensurePrivateFolder } from "./home"
import type { Log } from "./log"
import { readPrivateFile, writePrivateFile } from "./private-file"

/** The file holds the key and not the code: what `pair` showed on a screen is nowhere on the disk. */
const pendingSchema = z.object({
  psk: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  expires: z.int(),
  triesLeft: z.int().check(z.minimum(1), z.maximum(pairingTries)),
})
type Pending = z.infer<typeof pendingSchema>

/**
 * The one pairing that is waiting, in a file that `dmp-bridge pair` writes and the running bridge reads. A
 * new code takes the place of the old one.
 */
export class Pairing {
  readonly #turns = new Turns()
  readonly #path: string

  private constructor(
    home: string,
    private readonly log: Log,
    private readonly now: () => number,
  ) {
    this.#path = join(home, "pairing.json")
  }

  static async openIn(home: string, log: Log, now = Date.now): Promise<Pairing> {
    return new Pairing(await ensurePrivateFolder(home), log, now)
  }

  /** Makes a code good for five minutes, one use and three tries. */
  async offer(): Promise<PairingCode> {
    const code = generatePairingCode()
    const psk = toBase64url(await pairingKey(code))
    await this.#write({ psk, expires: this.now() + pairingCodeLifetimeMs, triesLeft: pairingTries })
    return code
  }

  /** The key of the waiting code; null when there is none or its time is over. */
  key(): Promise<Bytes | null> {
    return this.#turns.take(async () => {
      const pending = await this.#read()
      return pending && fromBase64url(pending.psk)
    })
  }

  /** Counts a handshake that did not hold `key`; the third cancels the code. */
  wrongTry(key: Bytes): Promise<void> {
    return this.#turns.take(async () => {
      const pending = await this.#read()
      if (pending?.psk !== toBase64url(key)) return
      const triesLeft = pending.triesLeft - 1
      if (triesLeft === 0) await this.#remove()
      else await this.#write({ ...pending, triesLeft })
      this.log({ event: "wrong-pairing-code", triesLeft })
    })
  }

  /** Uses the code up. False when somebody else was first, or the code was replaced or its time is over. */
  claim(key: Bytes): Promise<boolean> {
    return this.#turns.take(async () => {
      const pending = await this.#read()
      if (pending?.psk !== toBase64url(key)) return false
      // A rename succeeds for one process only, should two bridges of this user hear the same code.
      const claimed = `${this.#path}.claimed-${process.pid}`
      const won = await rename(this.#path, claimed).then(
        () => true,
        () => false,
      )
      await rm(claimed, { force: true })
      return won
    })
  }

  async #read(): Promise<Pending | null> {
    const onDamage = () => this.log({ event: "file-damaged", file: "pairing" })
    const pending = await readPrivateFile(this.#path, pendingSchema, onDamage)
    if (pending === null) return null
    // A clock that was set back must not make a code live longer than five minutes from now.
    const remaining = pending.expires - this.now()
    if (remaining > 0 && remaining <= pairingCodeLifetimeMs) return pending
    await this.#remove()
    return null
  }

  #write(pending: Pending): Promise<void> {
    return writePrivateFile(this.#path, pending)
  }

  #remove(): Promise<void> {
    return rm(this.#path, { force: true })
  }
}
