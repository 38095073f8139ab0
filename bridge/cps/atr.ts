import type { CpsGeneration } from "../../shared/cards/cps"
import { fromHex } from "../iso7816/bytes"

/** A pattern of an answer to reset: the bits that `mask` sets are exact, the others vary from card to card. */
type KnownAtr = { generation: CpsGeneration; atr: Uint8Array; mask: Uint8Array }

/** The version (bytes 11 and 12) stays exact, unlike in the sources' mask: it tells a CPS3 from a CPS2ter. */
const contactMask = "FF 00 00 00 00 FF FF FF FF FF FF FF FF 00 FF FF FF"
const contactlessMask = "FF FF FF FF FF FF FF FF 00 00 FF C0 FF FF FF FF FF FF FF FF"

/**
 * The answers to reset of CPS cards. Public knowledge: the sources of Cryptolib CPS (ANS) and of OpenSC, and the
 * pcsc-tools list.
 */
const known: readonly KnownAtr[] = [
  // High.
  entry("cps3", "3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00", contactMask),
  // Listed as "CPS" only; the version 82 02 says CPS2ter. High that it is a CPS, medium which.
  entry("cps2ter", "3B AC 00 40 2A 00 12 25 00 64 80 82 02 12 00 90 00", contactMask),
  // High.
  entry("cps3-contactless", "3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 82 90 00 0E", contactlessMask),
  // The same body with another end, "used in public French hospital". Low.
  entry("cps3-contactless", "3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 FF FF FF E3", contactlessMask),
  // CPS4, and its release candidate. High.
  entry("cps4", "3B 9B 18 80 01 00 12 25 00 64 80 04 01 00 00 90 44"),
  entry("cps4", "3B 9B 18 80 01 00 12 25 00 64 80 00 04 01 00 90 44"),
  // CPS4 as readers that know T=0 alone show it. High.
  entry("cps4", "3B DC 18 FF 00 00 12 25 00 64 80 00 04 01 00 90 00"),
]

/**
 * The historical bytes that all contact CPS share, and the version after them: catches a CPS whose first bytes
 * are not in the table. Medium: one program in the field relies on it.
 */
const issuerBytes = [0x12, 0x25, 0x00, 0x64, 0x80]
const versions: readonly { generation: CpsGeneration; bytes: readonly number[] }[] = [
  { generation: "cps2ter", bytes: [0x82, 0x02] },
  { generation: "cps3", bytes: [0x00, 0x03] },
  { generation: "cps4", bytes: [0x04, 0x01] },
  { generation: "cps4", bytes: [0x00, 0x04, 0x01] },
]

/** Which CPS an answer to reset belongs to, or null for any other card. */
export function recogniseCps(atr: Uint8Array): CpsGeneration | null {
  return known.find((one) => matches(one, atr))?.generation ?? byHistoricalBytes(atr)
}

function entry(generation: CpsGeneration, atr: string, mask?: string): KnownAtr {
  const bytes = fromHex(atr)
  return { generation, atr: bytes, mask: mask ? fromHex(mask) : bytes.map(() => 0xff) }
}

function matches({ atr: pattern, mask }: KnownAtr, atr: Uint8Array): boolean {
  const same = (byte: number, at: number) => ((byte ^ (pattern[at] ?? 0)) & (mask[at] ?? 0xff)) === 0
  return atr.length === pattern.length && atr.every(same)
}

function byHistoricalBytes(atr: Uint8Array): CpsGeneration | null {
  if (atr[0] !== 0x3b) return null
  const at = atr.findIndex((_, start) => startsWith(atr.subarray(start), issuerBytes))
  if (at < 0) return null
  const version = atr.subarray(at + issuerBytes.length)
  return versions.find(({ bytes }) => startsWith(version, bytes))?.generation ?? null
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
