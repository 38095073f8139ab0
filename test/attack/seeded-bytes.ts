import { createCipheriv, createHash } from "node:crypto"
import type { Bytes } from "../../shared/protocol/bytes"

/** Bytes and numbers that look random and come again from the same seed: AES-256-CTR over zeros. */
export class SeededBytes {
  readonly #stream

  constructor(readonly seed: string) {
    const key = createHash("sha256").update(seed).digest()
    this.#stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16))
  }

  bytes(length: number): Bytes {
    return new Uint8Array(this.#stream.update(Buffer.alloc(length)))
  }

  /** A whole number from 0 to `below` - 1. */
  number(below: number): number {
    return Buffer.from(this.bytes(6)).readUIntBE(0, 6) % below
  }

  /** Between `min` and `max` bytes, short ones more often. */
  some(min: number, max: number): Bytes {
    const span = this.number(4) === 0 ? max - min : Math.min(60, max - min)
    return this.bytes(min + this.number(span + 1))
  }
}
