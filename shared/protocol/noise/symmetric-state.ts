import { type Bytes, utf8 } from "../bytes"
import { CipherState } from "./cipher-state"
import { hashLength, hkdf, sha256 } from "./hash"

/**
 * Noise's SymmetricState: the running hash of all that was said, and the chain of keys of all that was
 * agreed. Source: Noise revision 34, §5.2; the method names are the specification's.
 */
export class SymmetricState {
  #cipher: CipherState | null = null

  private constructor(
    private chainingKey: Bytes,
    private hash: Bytes,
  ) {}

  /** `protocolName` must have exactly 32 characters, as ours has: then it is its own first hash. */
  static named(protocolName: string): SymmetricState {
    const name = utf8(protocolName)
    if (name.length !== hashLength) throw new RangeError("a protocol name of another length must be hashed")
    return new SymmetricState(name, name)
  }

  /** The handshake hash: the same on both sides exactly when both saw the same handshake. */
  get handshakeHash(): Bytes {
    return this.hash
  }

  async mixHash(data: Uint8Array): Promise<void> {
    this.hash = await sha256(this.hash, data)
  }

  async mixKey(input: Bytes): Promise<void> {
    const [chainingKey, key] = await hkdf(this.chainingKey, input)
    this.chainingKey = chainingKey
    this.#cipher = await CipherState.keyedBy(key)
  }

  async mixKeyAndHash(input: Bytes): Promise<void> {
    const [chainingKey, forHash, key] = await hkdf(this.chainingKey, input)
    this.chainingKey = chainingKey
    await this.mixHash(forHash)
    this.#cipher = await CipherState.keyedBy(key)
  }

  async encryptAndHash(plaintext: Bytes): Promise<Bytes> {
    const sealed = await this.#keyed().encrypt(plaintext, this.hash)
    await this.mixHash(sealed)
    return sealed
  }

  /** Throws `LinkFailure` `handshake-refused`. */
  async decryptAndHash(sealed: Bytes): Promise<Bytes> {
    const plaintext = await this.#keyed().decrypt(sealed, this.hash, "handshake-refused")
    await this.mixHash(sealed)
    return plaintext
  }

  /** The two transport ciphers: initiator to responder, then responder to initiator. */
  async split(): Promise<[CipherState, CipherState]> {
    const [forward, back] = await hkdf(this.chainingKey, new Uint8Array())
    return [await CipherState.keyedBy(forward), await CipherState.keyedBy(back)]
  }

  /** With psk0 there is a key before the first message, so nothing is ever sent in clear. */
  #keyed(): CipherState {
    if (!this.#cipher) throw new RangeError("no key was mixed yet")
    return this.#cipher
  }
}
