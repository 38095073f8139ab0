import type { Bytes } from "../bytes"
import { LinkFailure } from "../link-failure"

/** Bytes of an X25519 public key and of a shared secret (Noise: DHLEN). */
export const publicKeyLength = 32

/** An X25519 pair; the private half never leaves WebCrypto. */
export type KeyPair = { privateKey: CryptoKey; publicKey: Bytes }

/** A fresh pair for one handshake. */
export async function newKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"])
  // The DOM types know only the union; X25519 always gives a pair.
  if (!("privateKey" in pair)) throw new LinkFailure("internal")
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))
  return { privateKey: pair.privateKey, publicKey }
}

/**
 * The shared secret of our private key and the peer's public key (RFC 7748 §6.1).
 * Throws `LinkFailure` `weak-point` for a low-order point: its secret is zero whatever our key is, so a man
 * in the middle could choose it.
 */
export async function sharedSecret(ours: KeyPair, theirs: Bytes): Promise<Bytes> {
  const peer = await crypto.subtle.importKey("raw", theirs, { name: "X25519" }, false, [])
  const secret = await crypto.subtle
    .deriveBits({ name: "X25519", public: peer }, ours.privateKey, 8 * publicKeyLength)
    .then((bits) => new Uint8Array(bits))
    // WebCrypto refuses these points itself, with an OperationError that says nothing more.
    .catch((cause: unknown) => {
      throw new LinkFailure("weak-point", { cause })
    })
  // Checked again because engines were late to refuse them (W3C secure curves, X25519 step 5).
  if (secret.every((byte) => byte === 0)) throw new LinkFailure("weak-point")
  return secret
}
