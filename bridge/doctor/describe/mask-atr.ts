import { recogniseCps } from "../../cps/atr"
import { toHex } from "../../iso7816/bytes"
import { recogniseAtr } from "../../vitale/atr"

const masked = "xx"
/**
 * Of the contactless CPS3, the bytes that vary from card to card by the published mask; the checksum at the end
 * would give them back, and so goes too.
 */
const contactlessBytes = [8, 9, 11]

/**
 * The answer to reset as it may be mailed. It is the same for all cards of a model, with two exceptions: the bytes
 * that the published mask of the contactless CPS3 leaves open, and the data of the card's issuer in the historical
 * bytes of cards that are not ours (transport cards write their serial number there). What is in doubt is masked.
 */
export function maskAtr(atr: Uint8Array): string {
  const hidden = new Set(hiddenBytes(atr))
  if (hidden.size > 0 && hasChecksum(atr)) hidden.add(atr.length - 1)
  return Array.from(atr, (byte, at) => (hidden.has(at) ? masked : toHex(Uint8Array.of(byte)))).join(" ")
}

function hiddenBytes(atr: Uint8Array): number[] {
  const cps = recogniseCps(atr)
  if (cps === "cps3-contactless") return contactlessBytes
  if (cps || recogniseAtr(atr) !== "unknown") return []
  return issuerData(atr)
}

/**
 * Where the issuer's data (compact tag 5) stand, value alone. Historical bytes whose category says that they hold
 * data objects are searched (ISO/IEC 7816-4, §12.1.1); those of a card's own form (category 1 to 7, 9 to F) name
 * its model in every card that is known to us, and stay.
 */
function issuerData(atr: Uint8Array): number[] {
  const { start, end } = historicalBytes(atr)
  const category = atr[start]
  if (category !== 0x00 && category !== 0x10 && category !== 0x80) return []
  const found: number[] = []
  for (let at = start + 1; at < end; ) {
    const head = atr[at] ?? 0
    const length = head & 0x0f
    const value = Array.from({ length }, (_, n) => at + 1 + n).filter((place) => place < end)
    if (head >> 4 === 5) found.push(...value)
    at += 1 + length
  }
  return found
}

/** Interface bytes come first, each group announced by the high half of the byte before it (ISO/IEC 7816-3, §8.2). */
function historicalBytes(atr: Uint8Array): { start: number; end: number } {
  const { next, count } = afterInterfaceBytes(atr)
  return { start: next, end: Math.min(next + count, atr.length) }
}

/** A checksum ends the answers that name any protocol but T=0. */
function hasChecksum(atr: Uint8Array): boolean {
  return afterInterfaceBytes(atr).protocols.some((protocol) => protocol !== 0)
}

function afterInterfaceBytes(atr: Uint8Array): { next: number; count: number; protocols: number[] } {
  const count = (atr[1] ?? 0) & 0x0f
  const protocols: number[] = []
  let announced = (atr[1] ?? 0) >> 4
  let next = 2
  while (announced > 0 && next < atr.length) {
    const groups = [1, 2, 4].filter((bit) => announced & bit).length
    next += groups
    if ((announced & 8) === 0) break
    const byte = atr[next] ?? 0
    protocols.push(byte & 0x0f)
    announced = byte >> 4
    next++
  }
  return { next, count, protocols }
}
