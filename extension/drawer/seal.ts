import { type Bytes, joinBytes, randomBytes, utf8 } from "../../shared/protocol/bytes"

/** AES-GCM with a random nonce of 96 bits (NIST SP 800-38D §8.2.2: good for 2^32 sealings under one key). */
const nonceBytes = 12

export const keyBytes = 32

export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"])
}

/** Nonce and ciphertext in one. `about` says what is sealed: under another name it does not open. */
export async function seal(key: CryptoKey, plain: Bytes, about: string): Promise<Bytes> {
  const iv = randomBytes(nonceBytes)
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(about) }, key, plain)
  return joinBytes(iv, new Uint8Array(sealed))
}

/** What `seal` sealed, or null: damaged, of another key, or not what `about` says. Total. */
export async function unseal(key: CryptoKey, sealed: unknown, about: string): Promise<Bytes | null> {
  if (!(sealed instanceof Uint8Array)) return null
  const iv = new Uint8Array(sealed.subarray(0, nonceBytes))
  const cipher = new Uint8Array(sealed.subarray(nonceBytes))
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: utf8(about) }, key, cipher),
    )
  } catch {
    // WebCrypto says no more than that it failed.
    return null
  }
}
