import { setTimeout as pause } from "node:timers/promises"
import { maxUnknownTags, type VitaleCard } from "../../shared/cards/vitale"
import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"
import { maxBlockBytes } from "../iso7816/apdu"
import { sameBytes } from "../iso7816/bytes"
import type { CardChannel } from "../iso7816/card-channel"
import { type FileRoute, readStart, readWholeFile } from "../iso7816/read-file"
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
type Failure = Extract<ErrorCode, "card-held" | "card-unreadable">

/**
 * Reads a Vitale 2: every holder with name, birth date and number, and the card's serial number if it gives one.
 * All or nothing: no holder is left out and no field is guessed.
 *
 * Another program may move the card between two of our commands (see `read-file.ts`): to a file of the card, which
 * its tags show, or to where there is no such file, which looks like a card that we can't read. So a reading that
 * does not come out, or whose identity changed meanwhile, is thrown away and started again.
 *
 * Throws `BridgeError`: `card-unreadable`, `card-held` when the last of the readings was disturbed, or what the
 * channel throws.
 */
export async function readVitale(channel: CardChannel): Promise<VitaleContent> {
  for (let attempt = 1; ; attempt++) {
    const content = await readOnce(channel).catch(unreadable)
    if (typeof content === "object") return content
    if (attempt === readings.tries) throw new BridgeError(content)
    await pause(readings.pauseMs)
  }
}

function unreadable(cause: unknown): Failure {
  if (cause instanceof BridgeError && cause.code === "card-unreadable") return cause.code
  throw cause
}

async function readOnce(channel: CardChannel): Promise<VitaleContent | Failure> {
  const identity = await firstReadable(channel, routes.identity, parseIdentities)
  if (typeof identity === "string") return identity
  const nirs = await firstReadable(channel, routes.nir, parseNirs)
  if (typeof nirs === "string") return nirs
  const holders = pairByRank(identity.value, nirs.value)
  if (!holders.ok) return "card-unreadable"
  const serial = await readSerial(channel)
  if (!(await unchanged(channel, identity))) return "card-held"
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
): Promise<Found<Value> | Failure> {
  let disturbed = false
  for (const route of ways) {
    const file = await readWholeFile(channel, route)
    if (file === null) continue
    const parsed = parse(file)
    if (parsed.ok) return { route, file, value: parsed.value }
    if (parsed.refusal === "other-file") disturbed = true
  }
  return disturbed ? "card-held" : "card-unreadable"
}

/**
 * A serial file that can't be read or understood costs the serial, not the card. It is asked for twice before it is
 * said not to be there: another program may have chosen its own application between two of our commands.
 */
async function readSerial(channel: CardChannel): Promise<string | null> {
  const serial = async () => {
    const file = await readWholeFile(channel, routes.serial)
    return file && parseSerial(file)
  }
  return (await serial()) ?? (await serial())
}

/**
 * Whether the card in the reader is still the one whose identity we read. A file of one block is asked for with its
 * exact length, which is cheap; a longer one is read whole again, since two families may begin alike.
 */
async function unchanged(channel: CardChannel, { route, file }: Found<unknown>): Promise<boolean> {
  const now =
    file.length <= maxBlockBytes
      ? await readStart(channel, route, file.length)
      : await readWholeFile(channel, route)
  return now !== null && sameBytes(now, file)
}
