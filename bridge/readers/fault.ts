import { BridgeError } from "../../shared/protocol/errors"
import type { DeckCardId } from "../training/cards/deck"
import type { CardImage } from "../training/cards/file-system"

/**
 * What can happen to one exchange with a simulated card. A number is a status word in place of the answer.
 *
 * - `removed`: the card is pulled out. `unplugged`: the reader is. `reset`: another program resets it. `timeout`: the reader gives up.
 * - `mute`: no answer, ever. `unheard`: the card never got the command, and the reader says 9000.
 * - `cut`: the answer lacks its last byte. `one-byte`, `empty`: it is one byte, or none.
 * - `short`, `one-byte-data`: the data lack their last byte, or all but the first; the status word is right.
 * - `long`: one byte too many in the data. `garbage`: other data. `noise`: other data and another status word.
 * - `stale`: the answer to the command before.
 */
export const faultKinds = [
  "removed",
  "unplugged",
  "reset",
  "timeout",
  "mute",
  "unheard",
  "cut",
  "one-byte",
  "empty",
  "short",
  "one-byte-data",
  "long",
  "garbage",
  "noise",
  "stale",
] as const
export type FaultKind = (typeof faultKinds)[number] | number

/**
 * Another card lies in the slot. `told`: the reader noticed, as real ones do; else the answers are suddenly
 * those of the other card, which must be safe too.
 */
type Swap = { kind: "swapped"; by: DeckCardId | CardImage; told: boolean }

/** `at`: the exchange that it strikes, counted from 1 at the insertion; `lasting`: and each one after it. */
export type Fault = { at: number } & ({ kind: FaultKind; lasting?: boolean } | Swap)

export function strikes(fault: Fault, exchange: number): boolean {
  return exchange === fault.at || (fault.kind !== "swapped" && fault.lasting === true && exchange > fault.at)
}

/**
 * What the reader says in place of the card's `answer`; `before` is what it said last. It is the simulator that
 * pulls out the card or the plug, puts another card in its place, and keeps a command from it.
 */
export async function faulty(kind: FaultKind, answer: Uint8Array, before: Uint8Array): Promise<Uint8Array> {
  if (typeof kind === "number") return word(kind)
  const [data, status] = [answer.subarray(0, -2), answer.subarray(-2)]
  switch (kind) {
    case "removed":
      throw new BridgeError("card-removed")
    case "unplugged":
      throw new BridgeError("no-reader")
    case "reset":
      throw new BridgeError("card-held")
    case "timeout":
      throw new BridgeError("card-timeout")
    case "mute":
      return new Promise(() => undefined)
    case "unheard":
      return word(0x9000)
    case "cut":
      return answer.slice(0, -1)
    case "one-byte":
      return answer.slice(0, 1)
    case "empty":
      return new Uint8Array()
    case "short":
      return Uint8Array.from([...data.subarray(0, -1), ...status])
    case "one-byte-data":
      return Uint8Array.from([...data.subarray(0, 1), ...status])
    case "long":
      return Uint8Array.from([...data, 0xa5, ...status])
    case "garbage":
      return Uint8Array.from([...data.map(other), ...status])
    case "noise":
      return answer.map(other)
    case "stale":
      return before
  }
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff)
}

function other(byte: number): number {
  return byte ^ 0xa5
}
