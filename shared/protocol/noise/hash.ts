import { type Bytes, joinBytes } from "../bytes"

/** Bytes of a SHA-256 output (Noise: HASHLEN). */
export const hashLength = 32

export async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joinBytes(...parts)))
}

async function hmac(key: Bytes, ...parts: Uint8Array[]): Promise<Bytes> {
  const signing = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ])
  return new Uint8Array(await crypto.subtle.sign("HMAC", signing, joinBytes(...parts)))
}

/**
 * Noise's HKDF with three outputs of 32 bytes; whoever needs two leaves the third.
 * Source: Noise revision 34, §4.3.
 */
export async function hkdf(chainingKey: Bytes, input: Bytes): Promise<[Bytes, Bytes, Bytes]> {
  const extracted = await hmac(chainingKey, input)
  const first = await hmac(extracted, Uint8Array.of(1))
  const second = await hmac(extracted, first, Uint8Array.of(2))
  const third = await hmac(extracted, second, Uint8Array.of(3))
  return [first, second, third]
}
