import { setTimeout as pause } from "node:timers/promises"
import { BridgeError } from "../../shared/protocol/errors"
import { type Apdu, maxBlockBytes, readBinary, readBinaryBySfi } from "./apdu"
import { sameBytes } from "./bytes"
import type { CardChannel } from "./card-channel"
import { noMoreBlocks, statusWord } from "./status-word"

/**
 * How to reach one file: SELECTs in order, the application's first, then a short file identifier, or null when
 * the last SELECT already chose the file. And how the card wants it read: `cla` its class, `blockBytes` the most
 * bytes it gives at once, `bytesIn` how long the file says it is (from its first block; null where it does not
 * say), which spares the questions after its end.
 */
export type FileRoute = {
  selects: readonly Apdu[]
  sfi: number | null
  cla?: number
  blockBytes?: number
  bytesIn?: (start: Uint8Array) => number | null
}

/** Far above any file of a health card and below what an offset can say; beyond it the card answers dishonestly. */
const maxFileBytes = 16_384
const readings = { tries: 3, pauseMs: 100 }

/**
 * The bytes of a file, padding included, or null when this route leads to no readable file.
 *
 * Which file is current is a state of the card that every program shares, and the `pcsclite` package offers
 * no PC/SC transaction: another program may select its own file between two of our commands. So:
 * - each reading starts with the SELECT of the application;
 * - where another program held the card between two exchanges, the file is reached anew and the block asked for again;
 * - a file that came in ONE block is whole by construction, and its tags prove which file it is;
 * - a file that took several blocks is read again from its SELECT and must be equal, byte for byte; if it is
 *   not, twice more, 100 ms apart; then `card-held`, since somebody else is at work.
 *
 * Throws `BridgeError`: see `CardChannel`; `card-held`; `card-unreadable` for a file without end, or one that
 * the card refuses to finish.
 */
export async function readFile(channel: CardChannel, route: FileRoute): Promise<Uint8Array | null> {
  let before = await readOnce(channel, route)
  if (before === "absent") return null
  if (before !== "broken" && before.blocks === 1) return before.bytes
  for (let attempt = 1; attempt <= readings.tries; attempt++) {
    if (attempt > 1) await pause(readings.pauseMs)
    const again = await readOnce(channel, route)
    if (typeof before === "object" && typeof again === "object" && sameBytes(before.bytes, again.bytes))
      return again.bytes
    before = again
  }
  throw new BridgeError(typeof before === "object" ? "card-held" : "card-unreadable")
}

/** The same, and null too for a file that the card begins and does not finish: where another one may do instead. */
export async function readWholeFile(channel: CardChannel, route: FileRoute): Promise<Uint8Array | null> {
  try {
    return await readFile(channel, route)
  } catch (cause) {
    if (cause instanceof BridgeError && cause.code === "card-unreadable") return null
    throw cause
  }
}

/** The first `bytes` (1 to 256) of a file, asked for with that exact length: the cheapest way to see it again. */
export async function readStart(
  channel: CardChannel,
  route: FileRoute,
  bytes: number,
): Promise<Uint8Array | null> {
  return channel.undisturbed(async () =>
    (await reach(channel, route)) ? firstBlock(channel, route, bytes) : null,
  )
}

type Reading = { bytes: Uint8Array; blocks: number } | "absent" | "broken"

/** `absent`: the route leads nowhere. `broken`: the card refused in the middle of the file. */
async function readOnce(channel: CardChannel, route: FileRoute): Promise<Reading> {
  const { blockBytes = maxBlockBytes } = route
  let asked = blockBytes
  let block = await readStart(channel, route, asked)
  if (block === null) return "absent"
  const bytes = [...block]
  const end = route.bytesIn?.(block) ?? null
  let blocks = 1
  // A block shorter than asked for is the last one (ISO/IEC 7816-4, READ BINARY; 6282 says the same aloud).
  while (block.length === asked && (end === null || bytes.length < end)) {
    if (bytes.length > maxFileBytes) throw new BridgeError("card-unreadable")
    asked = end === null ? blockBytes : Math.min(blockBytes, end - bytes.length)
    block = await blockAt(channel, route, bytes.length, asked)
    if (block === null) return "broken"
    bytes.push(...block)
    blocks++
  }
  return { bytes: Uint8Array.from(bytes), blocks }
}

/**
 * A further block of the file that was read last. Where another program came between, the file is reached anew first;
 * by its short identifier, any of its bytes makes it the current one again.
 */
async function blockAt(
  channel: CardChannel,
  route: FileRoute,
  offset: number,
  le: number,
): Promise<Uint8Array | null> {
  return channel.undisturbed(async (again) => {
    if (again) {
      if (!(await reach(channel, route))) return null
      if (route.sfi !== null && (await firstBlock(channel, route, 1)) === null) return null
    }
    return furtherBlock(channel, route, offset, le)
  }, true)
}

async function reach(channel: CardChannel, route: FileRoute): Promise<boolean> {
  for (const select of route.selects) if (!(await channel.select(select))) return false
  return true
}

async function firstBlock(
  channel: CardChannel,
  { sfi, cla }: FileRoute,
  le: number,
): Promise<Uint8Array | null> {
  const answer = await channel.send(sfi === null ? readBinary(0, le, cla) : readBinaryBySfi(sfi, le, cla))
  return isContent(answer.statusWord) ? answer.data : null
}

/** Empty when there is nothing beyond; null when the card refuses for another reason. */
async function furtherBlock(
  channel: CardChannel,
  { cla }: FileRoute,
  offset: number,
  le: number,
): Promise<Uint8Array | null> {
  const answer = await channel.send(readBinary(offset, le, cla))
  if (isContent(answer.statusWord)) return answer.data
  return noMoreBlocks.has(answer.statusWord) ? new Uint8Array() : null
}

function isContent(word: number): boolean {
  return word === statusWord.ok || word === statusWord.endOfFile
}
