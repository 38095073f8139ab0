import type { ErrorCode } from "../../shared/protocol/errors"
import type { CardImage } from "../training/cards/file-system"
import { type Fault, type FaultKind, faultKinds } from "./fault"

/**
 * What a reading under a fault may come to.
 * `whole`: exactly what the card says in a healthy reading, never a part of it.
 * `the other`: exactly what the card says that took its place. `no card`: an empty slot, or none.
 */
export type Outcome = "whole" | "the other" | "no card" | ErrorCode

/** One way to fail, at an exchange (from 1), and all that it may come to. */
export type FaultRow = {
  name: string
  strike: (at: number, others: Others) => Fault
  allowed: readonly Outcome[]
}

/** The cards that may take the place of one: `other` of the same kind with other people, `stranger` of another kind. */
export type Others = { other: CardImage; stranger: CardImage }

/** What hits one exchange passes: the file is found by another way, or the reading starts over. */
const passes: readonly Outcome[] = ["whole"]

/** `once`: the fault strikes one exchange. `lasting`: that one and all after it; null where this means nothing. */
type Expected = { once: readonly Outcome[]; lasting: readonly Outcome[] | null }

const expected: Readonly<Record<Exclude<FaultKind, number>, Expected>> = {
  removed: { once: ["no card"], lasting: null },
  unplugged: { once: ["no card"], lasting: null },
  reset: { once: passes, lasting: ["card-held"] },
  timeout: { once: ["card-timeout"], lasting: ["card-timeout"] },
  mute: { once: ["card-timeout"], lasting: ["card-timeout"] },
  unheard: { once: passes, lasting: ["card-unreadable"] },
  cut: { once: passes, lasting: ["card-unreadable"] },
  "one-byte": { once: passes, lasting: ["card-unreadable"] },
  empty: { once: passes, lasting: ["card-unreadable"] },
  // The byte that is missing may be padding; but then the file differs from itself the next time.
  short: { once: passes, lasting: ["card-held", "card-unreadable"] },
  "one-byte-data": { once: passes, lasting: ["card-unreadable"] },
  long: { once: passes, lasting: ["card-unreadable"] },
  garbage: { once: passes, lasting: ["card-unreadable"] },
  noise: { once: passes, lasting: ["card-unreadable"] },
  // One file in the place of the other looks like another program at work.
  stale: { once: passes, lasting: ["card-held", "card-unreadable"] },
}

/** Every status word known of these cards (reference: cards, §4, row 17), and others that announce more or less. */
const statusWords = [
  ...[0x9000, 0x6282, 0x6700, 0x6881, 0x6982, 0x6983, 0x6985, 0x6a82, 0x6a86, 0x6a88, 0x6b00, 0x6d00, 0x6e00],
  ...[0x6100, 0x6110, 0x61ff, 0x6c00, 0x6c01, 0x6c05, 0x6c40, 0x6cff, 0x9f10, 0x6f00],
]

export const faultRows: readonly FaultRow[] = [
  ...faultKinds.flatMap((kind) => rows(kind, kind, expected[kind])),
  ...statusWords.flatMap((word) =>
    rows(`status word ${word.toString(16)}`, word, { once: passes, lasting: ["card-unreadable"] }),
  ),
  swap("another card, told", "other", true, ["the other"]),
  swap("another card, not told", "other", false, ["the other"]),
  swap("a card of another kind, told", "stranger", true, ["the other"]),
  // It answers to questions that are not its own.
  swap("a card of another kind, not told", "stranger", false, ["card-unreadable"]),
]

function rows(name: string, kind: FaultKind, { once, lasting }: Expected): FaultRow[] {
  const passing = { name, strike: (at: number) => ({ at, kind }), allowed: once }
  if (lasting === null) return [passing]
  const enduring = { at: 0, kind, lasting: true }
  return [passing, { name: `${name}, lasting`, strike: (at) => ({ ...enduring, at }), allowed: lasting }]
}

function swap(name: string, by: keyof Others, told: boolean, allowed: readonly Outcome[]): FaultRow {
  return { name, strike: (at, others) => ({ at, kind: "swapped", by: others[by], told }), allowed }
}
