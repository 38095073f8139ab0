import { toHex } from "../iso7816/bytes"
import { onlyValue, parseTlv } from "../iso7816/tlv"
import { serialIssuer, tags } from "./layout"

/**
 * The printed number of the card, 11 digits, if the serial file says it the way that IAS cards do: tag 5A, the
 * issuer `80 25 00 00 02`, the digits in BCD, a filler F. Anything else is null and never an error: what the
 * file holds on a real card is not publicly known, and a person compares the number with the card.
 */
export function parseSerial(file: Uint8Array): string | null {
  const top = parseTlv(file)
  const value = top.ok ? onlyValue(top.nodes, tags.serial) : null
  if (value === null || value === "twice") return null
  const [, digits] = new RegExp(`^${serialIssuer}(\\d{11})F$`).exec(toHex(value)) ?? []
  return digits ?? null
}
