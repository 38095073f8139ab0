import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { ChildPort } from "../../bridge/readers/child/port"
import { Desk } from "../../bridge/readers/desk"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import type { PcscDaemon } from "./pcscd"

/** The built process of the readers, and the desk in front of it, as the bridge has them, at a test's own daemon. */
export type ReaderDesk = {
  port: ChildPort
  desk: Desk
  /** Every state since the start. */
  states: readonly ReadersState[]
  /** The first state from now on that is what we wait for. */
  until(isIt: (state: ReadersState) => boolean, limitMs?: number): Promise<ReadersState>
  /** What is in this slot once it has been read. */
  cardIn(slot: 0 | 1): Promise<CardInReader>
  emptied(): Promise<ReadersState>
}

export const readerModule = resolve("dist/bridge/pcsc-child.cjs")

export function openReaderDesk(daemon: PcscDaemon, lookMs?: number): ReaderDesk {
  // The process of the readers takes it over from ours.
  process.env.PCSCLITE_CSOCK_NAME = daemon.socketName
  const port = new ChildPort({ modulePath: readerModule, ...(lookMs !== undefined && { lookMs }) })
  const desk = new Desk(port)
  const states: ReadersState[] = []
  desk.subscribe((state) => states.push(state))
  desk.start()

  const until: ReaderDesk["until"] = async (isIt, limitMs = 20_000) => {
    for (let waited = 0; waited < limitMs; waited += 20) {
      const state = desk.state()
      if (isIt(state)) return state
      await pause(20)
    }
    throw new Error(`Waited ${limitMs} ms in vain`)
  }
  const inSlot = (slot: 0 | 1, { readers }: ReadersState) =>
    readers.find(({ name }) => name === daemon.readers[slot])?.card ?? null
  const cardIn = async (slot: 0 | 1) => {
    const isRead = (state: ReadersState) => ![undefined, "reading"].includes(inSlot(slot, state)?.kind)
    const card = inSlot(slot, await until(isRead))
    if (!card) throw new Error("A card that was there is gone")
    return card
  }
  const emptied = () =>
    until(({ readers }) => readers.length > 0 && readers.every(({ card }) => card === null))
  return { port, desk, states, until, cardIn, emptied }
}

/** The processes that hold the readers for this one, oldest first. Linux. */
export function readerProcesses(parent: number = process.pid): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isReader = readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("pcsc-child.cjs")
        return (
          isReader &&
          new RegExp(`^PPid:\\s+${parent}$`, "m").test(readFileSync(`/proc/${pid}/status`, "utf8"))
        )
      } catch {
        // It ended while we looked.
        return false
      }
    })
    .map(Number)
    .sort((one, other) => one - other)
}
