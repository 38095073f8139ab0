import { toHex } from "../iso7816/bytes"

/** What an answer to reset says about a card, before any exchange. */
export type CardGeneration = "vitale-2" | "vitale-1" | "unknown"

/**
 * Vitale 2: `3B 75 13 00 00 4x 09 yA 90 00`, x from 3 to 9, y = E or F. The whole length counts: other cards
 * begin the same way (a Cyberflex 32k v2 is `3B 75 13 00 00 9C …`).
 * Source: pcsc-tools list; confidence high for each value seen, medium for the mask between them.
 */
const vitale2 = /^3B751300004[3-9]09[EF]A9000$/

/**
 * Vitale 1: only these exact values. `3F 65 25 00 …` is the prefix of all Bull CP8 cards, French bank cards
 * among them, so no mask is safe. Source: pcsc-tools list; pyscard unit test (`52 09 6A`); high.
 */
const vitale1: ReadonlySet<string> = new Set([
  "3F6525002209F99000",
  "3F6525002209699000",
  "3F6525002C09F99000",
  "3F6525002C09699000",
  "3F65250052096A9000",
  "3F652500A3096A9000",
  "3F652500A4096A9000",
])

export function recogniseAtr(atr: Uint8Array): CardGeneration {
  const hex = toHex(atr)
  if (vitale2.test(hex)) return "vitale-2"
  return vitale1.has(hex) ? "vitale-1" : "unknown"
}
