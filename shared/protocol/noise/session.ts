import type { Bytes } from "../bytes"
import { asLinkFailure, type LinkFailure } from "../link-failure"
import type { CipherState } from "./cipher-state"
import type { Transport } from "./nnpsk0"

const unbound = new Uint8Array()

/**
 * The sealed frames of one connection. Each direction has its key and its implicit counter, so a frame opens
 * only once, in its place, and never on the side that sealed it. One failure ends the session for good: every
 * later call throws the same reason.
 *
 * Calls in one direction must follow one another; `FrameLink` takes care of that.
 */
export class SealedSession {
  #sending: CipherState
  #receiving: CipherState
  #failure: LinkFailure | null = null

  constructor(transport: Pick<Transport, "sending" | "receiving">) {
    this.#sending = transport.sending
    this.#receiving = transport.receiving
  }

  /** Why the session is dead, or null. */
  get failure(): LinkFailure | null {
    return this.#failure
  }

  /** Throws `LinkFailure` `exhausted`. */
  seal(plaintext: Bytes): Promise<Bytes> {
    return this.#whileAlive(() => this.#sending.encrypt(plaintext, unbound))
  }

  /** Throws `LinkFailure`: `frame-forged`, `exhausted`. */
  open(frame: Bytes): Promise<Bytes> {
    return this.#whileAlive(() => this.#receiving.decrypt(frame, unbound, "frame-forged"))
  }

  async #whileAlive(work: () => Promise<Bytes>): Promise<Bytes> {
    if (this.#failure) throw this.#failure
    try {
      return await work()
    } catch (thrown) {
      this.#failure ??= asLinkFailure(thrown)
      throw this.#failure
    }
  }
}
