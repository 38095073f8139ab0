import { setTimeout as after } from "node:timers/promises"
import { fillEveryPlace, floodWithConnections, floodWithFrames } from "./floods"
import { attackWithLookalikes } from "./lookalikes"
import { attackWithMalformedFrames } from "./malformed-frames"
import { attackByGuessing, pairOnceAllIsOver } from "./pairing-guesses"
import { type Amounts, attackWithRandomBytes } from "./random-bytes"
import { attackByRebinding } from "./rebinding"
import { SeededBytes } from "./seeded-bytes"
import { attackSlowly } from "./slow"
import type { Tally } from "./tally"
import { startTarget, type Target } from "./target"
import { type Served, Witness } from "./witness"

/** How much of everything. `whole` takes minutes; `short` is part of the tests. */
export const sizes = {
  whole: {
    connections: 4_000,
    frameRounds: 6,
    guesses: 1_000,
    patient: true,
    random: {
      requests: 5_000,
      damagedRequests: 5_000,
      afterUpgrade: 5_000,
      openings: 5_000,
      handshakes: 5_000,
      frames: 1_000,
      inProcess: 190_000,
    },
  },
  short: {
    connections: 150,
    frameRounds: 1,
    guesses: 30,
    patient: false,
    random: {
      requests: 150,
      damagedRequests: 150,
      afterUpgrade: 150,
      openings: 100,
      handshakes: 100,
      frames: 20,
      inProcess: 1_000,
    },
  },
} satisfies Record<string, Size>

export type Size = {
  connections: number
  frameRounds: number
  guesses: number
  /** Waits a minute to see that a new pairing code is heard again. */
  patient: boolean
  random: Amounts
}

/** Resident memory of the bridge in MB: before, at its highest, and once all is over. */
export type Memory = { before: number; highest: number; after: number }
export type Report = {
  seed: string
  tallies: Tally[]
  served: Served
  memory: Memory | null
  rested: boolean
  alive: boolean
}

/** Under fire: what a flood leaves is cleaned away late, but it is. */
export const maxMemoryMb = 256
/** A minute later, after some 30,000 connections: a kilobyte kept of each would show. */
export const maxRestingMb = 110

/**
 * Every attack, one kind after the other, against the built bridge as a process, while a paired client asks all the
 * time whether it is still served.
 */
export async function attackAll(
  size: Size,
  seed: string,
  tell: (tally: Tally, memory: { now: number; highest: number } | null) => void,
): Promise<Report> {
  const target = await startTarget()
  try {
    const { port } = target
    const before = target.memory()
    const witness = await Witness.start(port, target.credential)
    const tallies: Tally[] = []
    const add = (tally: Tally) => {
      tallies.push(tally)
      tell(tally, target.memory())
    }
    // What is slow waits most of the time: the requests that never get beyond the gate are made meanwhile.
    const slowly = attackSlowly(port)
    add(await attackWithLookalikes(port))
    add(await attackByRebinding(port))
    add(await slowly)
    add(await attackWithMalformedFrames(target))
    add(await floodWithConnections(target, size.connections))
    add(await fillEveryPlace(target))
    add(await floodWithFrames(target, size.frameRounds))
    // Before the random bytes, some of which are tries at a code: the bridge hears ten a minute.
    add(await attackByGuessing(target, size.guesses))
    for await (const tally of attackWithRandomBytes(target, new SeededBytes(seed), size.random)) add(tally)
    if (size.patient) add(await pairOnceAllIsOver(target))
    add(await newcomer(target))
    const served = await witness.stop()
    const memory = target.memory()
    return {
      seed,
      tallies,
      served,
      memory: before && memory && { before: before.now, highest: memory.highest, after: memory.now },
      rested: size.patient,
      alive: target.alive(),
    }
  } finally {
    await target.stop()
  }
}

/** After all of it, the paired client comes in anew within a moment. */
async function newcomer({ port, credential }: Target): Promise<Tally> {
  const started = performance.now()
  for (let tries = 1; ; tries += 1) {
    const witness = await Witness.start(port, credential).catch(() => null)
    if (witness) {
      await witness.stop()
      const note = `in ${Math.round(performance.now() - started)} ms`
      return { kind: "the paired client comes in anew", cases: 1, letIn: [], note }
    }
    if (tries === 20) return { kind: "the paired client comes in anew", cases: 1, letIn: ["it was kept out"] }
    await after(250)
  }
}

/** What the report says against the bridge; empty when it held. */
export function faultsOf({ tallies, served, memory, rested, alive }: Report): string[] {
  return [
    ...tallies.flatMap(({ kind, letIn }) => letIn.map((name) => `${kind}: ${name}`)),
    ...(alive ? [] : ["the bridge went down"]),
    ...(served.ended ? ["the paired client was shown out"] : []),
    ...(served.lost > 0 ? [`${served.lost} answers never came to the paired client`] : []),
    ...(served.pings === 0 ? ["the paired client was never answered"] : []),
    ...(memory && memory.highest > maxMemoryMb ? [`memory rose to ${Math.round(memory.highest)} MB`] : []),
    ...(memory && rested && memory.after > maxRestingMb
      ? [`memory stayed at ${Math.round(memory.after)} MB`]
      : []),
  ]
}
