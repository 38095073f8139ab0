import { generatePairingCode, parsePairingCode } from "../../shared/protocol/pairing-code"

/** Of a passphrase that a person makes up. */
export const minPassphrase = 12
const minDifferent = 6

/** A passphrase of 80 random bits, in four groups of four characters that can't be mistaken for each other. */
export const suggestPassphrase = (): string => generatePairingCode()

/**
 * The passphrase that a typed text means. A suggested one may be typed without hyphens, in small letters, or with an O
 * for the zero; any other counts as it stands, but for spaces at its ends and the way its accents are encoded.
 */
export function passphraseOf(typed: string): string {
  try {
    return parsePairingCode(typed)
  } catch {
    return typed.normalize("NFC").trim()
  }
}

/**
 * Whoever has the file can try for years: twelve characters, six of them different, and not digits alone (dates and
 * telephone numbers are tried first).
 */
export function isWeak(typed: string): boolean {
  const characters = [...passphraseOf(typed)]
  return (
    characters.length < minPassphrase ||
    new Set(characters).size < minDifferent ||
    characters.every((character) => /[\d\s./-]/.test(character))
  )
}
