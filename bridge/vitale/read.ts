import { setTimeout as pause } from "node:timers/promises"
import { maxUnknownTags, type VitaleCard } from "../../shared/cards/vitale"
import { BridgeError } from "../../shared/protocol/errors"
import { maxBlockBytes } from "../iso7816/apdu"
import { sameBytes } from "../iso7816/bytes"
import type { CardChannel } from "../iso7816/card-channel"
import { type FileRoute, readFile, readStart } from "../iso7816/read-file"
import { routes } from "./layout"
import { pairByRank } from "./pair-holders"
import { parseIdentities } from "./parse-identities"
import { parseNirs } from "./parse-nirs"
import { unknownTags, validityStart } from "./parse-rest"
import { parseSerial } from "./parse-serial"
import type { Parsed } from "./parsed"

/** What the card says, before the reader adds which stay it was. */
export type VitaleContent = Omit<VitaleCard, "insertion">

const readings = { tries: 3, pauseMs: 100 }

/**
 * Reads a Vitale 2: every holder with name, birth date and number, and the card's serial number if it gives one.
 * All or nothing: no holder is left out and no field is guessed.
 *
 * Another program may move the card between two of our commands (see `read-file.ts`). A reading that shows it,
 * by the tags of another file or by an identity that changed meanwhile, is thrown away and started again.
 *
 * Throws `BridgeError`: `card-unreadable`, `card-held` when each of the readings was disturbed, or what the
 * channel throws.
 */
export async function readVitale(channel: CardChannel): Promise<VitaleContent> {
  for (let attempt = 1; attempt <= readings.tries; attempt++) {
    if (attempt > 1) await pause(readings.pauseMs)
    const content = await readUndisturbed(channel)
    if (content) return content
  }
  throw new BridgeError("card-held")
}

/** Null when the reading was disturbed. */
async function readUndisturbed(channel: CardChannel): Promise<VitaleContent | null> {
  const identity = await firstReadable(channel, routes.identity, parseIdentities)
  if (!identity) return null
  const nirs = await firstReadable(channel, routes.nir, parseNirs)
  if (!nirs) return null
  const holders = pairByRank(identity.value, nirs.value)
  if (!holders.ok) throw new BridgeError("card-unreadable")
  const serial = await readSerial(channel)
  if (!(await unchanged(channel, identity))) return null
  return {
    kind: "vitale",
    holders: holders.value,
    serial,
    validFrom: validityStart([identity.file, nirs.file]),
    unknownTags: [...unknownTags("identity", identity.file), ...unknownTags("nir", nirs.file)].slice(
      0,
      maxUnknownTags,
    ),
  }
}

type Found<Value> = { route: FileRoute; file: Uint8Array; value: Value }

/** The first of the ways that leads to a file we understand. */
async function firstReadable<Value>(
  channel: CardChannel,
  ways: readonly FileRoute[],
  parse: (file: Uint8Array) => Parsed<Value>,
): Promise<Found<Value> | null> {
  let disturbed = false
  for (const route of ways) {
    const file = await readFile(channel, route)
    if (file === null) continue
    const parsed = parse(file)
    if (parsed.ok) return { route, file, value: parsed.value }
    if (parsed.refusal === "other-file") disturbed = true
  }
  if (disturbed) return null
  throw new BridgeError("card-unreadable")
}

/** A serial file that can't be read or understood costs the serial, not the card. */
async function readSerial(channel: CardChannel): Promise<string | null> {
  try {
    const file = await readFile(channel, routes.serial)
    return file && parseSerial(file)
  } catch (cause) {
    if (cause instanceof BridgeError && cause.code === "card-unreadable") return null
    throw cause
  }
}

/** Whether the card in the reader is still the one whose identity we read: its first block says so, cheaply. */
async function unchanged(channel: CardChannel, { route, file }: Found<unknown>): Promise<boolean> {
  const expected = file.subarray(0, maxBlockBytes)
  const start = await readStart(channel, route, expected.length)
  return start !== null && sameBytes(start, expected)
}
