import { toHex } from "../iso7816/bytes"
import { onlyValue, parseTlv } from "../iso7816/tlv"
import { serialIssuer } from "./layout"

/** Serial number of a smart card, by the convention of IAS cards. */
const serialTag = 0x5a

/**
 * The card's number: eight digits between the issuer and a check digit, whose rule is not published.
 * `stranger`: the file names another issuer, so this is no CPS whatever its answer to reset says.
 */
export function parseCpsSerial(file: Uint8Array): { digits: string } | "stranger" {
  const top = parseTlv(file)
  const value = top.ok ? onlyValue(top.nodes, serialTag) : null
  if (value === null || value === "twice") return "stranger"
  const [, digits] = new RegExp(`^${serialIssuer}(\\d{8})\\dF$`).exec(toHex(value)) ?? []
  return digits === undefined ? "stranger" : { digits }
}
