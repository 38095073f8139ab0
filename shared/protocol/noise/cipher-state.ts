import type { Bytes } from "../bytes"
import { LinkFailure, type LinkFailureReason } from "../link-failure"

/** Bytes that sealing adds: the GCM tag. */
export const tagLength = 16

/**
 * Frames under one key before the link must be made anew. AES-GCM allows 2^32 calls a key comfortably
 * (NIST SP 800-38D §8.3), Noise 2^64; a session of ours counts thousands.
 */
export const framesPerKey = 2 ** 32

/**
 * Noise's CipherState with AES-256-GCM: one key, one direction, a counter that is never sent. Because both
 * sides count, a frame that is replayed, dropped or moved does not open.
 * Source: Noise revision 34, §5.1 and §12.4 (nonce: four zero bytes, then the counter, big-endian).
 *
 * Calls must follow one another: the next one starts when the one before has ended.
 */
export class CipherState {
  #counter = 0

  private constructor(
    readonly key: CryptoKey,
    readonly limit: number,
  ) {}

  static async keyedBy(key: Bytes, limit = framesPerKey): Promise<CipherState> {
    const usages: KeyUsage[] = ["encrypt", "decrypt"]
    return new CipherState(await crypto.subtle.importKey("raw", key, "AES-GCM", false, usages), limit)
  }

  async encrypt(plaintext: Bytes, bound: Bytes): Promise<Bytes> {
    const sealed = await crypto.subtle.encrypt(this.#nextNonce(bound), this.key, plaintext)
    return new Uint8Array(sealed)
  }

  /** Throws `LinkFailure` with `refusal` when the tag does not fit. */
  async decrypt(sealed: Bytes, bound: Bytes, refusal: LinkFailureReason): Promise<Bytes> {
    const opened = await crypto.subtle
      .decrypt(this.#nextNonce(bound), this.key, sealed)
      .catch((cause: unknown) => {
        throw new LinkFailure(refusal, { cause })
      })
    return new Uint8Array(opened)
  }

  #nextNonce(bound: Bytes): AesGcmParams {
    if (this.#counter >= this.limit) throw new LinkFailure("exhausted")
    const iv = new Uint8Array(12)
    new DataView(iv.buffer).setBigUint64(4, BigInt(this.#counter))
    this.#counter += 1
    return { name: "AES-GCM", iv, additionalData: bound, tagLength: 8 * tagLength }
  }
}
