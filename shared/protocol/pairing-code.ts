import { type Bytes, randomBytes, utf8 } from "./bytes"
import { BridgeError } from "./errors"

/**
 * The one-time code that `dmp-bridge pair` shows and a person copies into the extension: 80 random bits as
 * 16 characters in groups of four. 80 bits, because whoever takes our port first sees a handshake keyed by
 * the code and could try codes at home: 2^80 tries are out of reach, the 2^40 of a short code are not.
 */
export type PairingCode = string & { readonly kind: "pairing-code" }

/** Digits and letters without I, L, O, U (Crockford's base 32): nothing reads as something else. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const lookAlikes: Record<string, string> = { O: "0", I: "1", L: "1", U: "V" }
const length = 16

/** Lives as long as a person needs to change windows, and no longer. */
export const pairingCodeLifetimeMs = 5 * 60_000

/** Wrong tries that cancel a code. */
export const pairingTries = 3

export function generatePairingCode(): PairingCode {
  // One byte a character; 256 is a multiple of 32, so no character is likelier than another.
  return grouped(Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)))
}

/**
 * The code that a person typed or pasted: case, spaces and hyphens don't matter, and look-alikes are read as
 * what they must be. Throws `BridgeError` `pairing-code-malformed`.
 */
export function parsePairingCode(typed: string): PairingCode {
  const chars = [...typed.toUpperCase().replace(/[\s\p{Dash}]/gu, "")].map((char) => lookAlikes[char] ?? char)
  if (chars.length !== length || chars.some((char) => !alphabet.includes(char))) {
    throw new BridgeError("pairing-code-malformed")
  }
  return grouped(chars)
}

/** The 32-byte key of the handshake that pairs: HKDF-SHA-256 (RFC 5869) over the 16 characters. */
export async function pairingKey(code: PairingCode): Promise<Bytes> {
  const material = utf8(code.replaceAll("-", ""))
  const key = await crypto.subtle.importKey("raw", material, "HKDF", false, ["deriveBits"])
  const info = utf8("dmp-bridge.v1 pairing code")
  const salt = new Uint8Array()
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 256),
  )
}

function grouped(chars: string[]): PairingCode {
  return (chars.join("").match(/.{4}/g) ?? []).join("-") as PairingCode
}
