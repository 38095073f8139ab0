import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readPatiently } from "../../bridge/readers/read-patiently"
import { deck } from "../../bridge/training/cards/deck"
import { compile } from "../virtual-card/compile"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { plugCard } from "../virtual-card/plug"
import { openReaderDesk, type ReaderDesk } from "../virtual-card/reader-desk"

/**
 * Two other programs use the card all the time, in transactions as they should, while we read it again and again:
 * OpenSC's own tool, run after run, and a program that pauses for 5 to 25 ms between two pieces of work. A program that
 * leaves less than two exchanges' time (SELECT and READ) for ever can't be read beside: that card is held.
 */
const seconds = 6
const exchangeMs = 5

let daemon: PcscDaemon
let at: ReaderDesk
let place: string
let rawClient: string

beforeAll(async () => {
  daemon = await startPcscd()
  place = await mkdtemp(join(tmpdir(), "raw-client-"))
  rawClient = compile("raw-client.c", join(place, "raw-client"), ["-lpcsclite"])
  at = openReaderDesk(daemon)
  await at.until((state) => state.readers.length === 2)
})

afterAll(async () => {
  await at?.desk.stop()
  await daemon?.stop()
  if (place) await rm(place, { recursive: true })
})

async function run(command: string, args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] })
  let out = ""
  child.stdout.on("data", (part) => {
    out += part
  })
  return new Promise((done) => child.once("close", (code) => done({ code, out })))
}

/** What they select and read: the numbers of a Vitale card, the serial file of a CPS. */
const others = {
  family: { select: "00A404000BD250000002564954414C45", read: "00B0820040" },
  "cps-doctor": { select: "00A4040C088025000001FF0100", read: "00B09C000C" },
} as const

test.each(["family", "cps-doctor"] as const)(
  "pc/sc, %s card that two other programs use all the time, is read each time, and neither of them fails",
  async (id) => {
    const { image } = deck[id]
    const card = await plugCard(image, daemon.ports[0], async (_, answer) => {
      await pause(exchangeMs)
      return answer
    })
    const [reader] = daemon.readers
    await at.cardIn(0)
    const { signal } = new AbortController()
    const readIt = () => readPatiently(at.port, { reader, atr: image.atr, signal })
    const alone = await readIt()
    const { select, read } = others[id]
    const spaced = select.replace(/(..)(?=.)/g, "$1:")
    const end = Date.now() + seconds * 1_000
    const raw = run(rawClient, [reader, String(seconds), select, read])
    const tool = (async () => {
      const wrong: unknown[] = []
      let runs = 0
      for (; Date.now() < end; runs++) {
        const done = await run("opensc-tool", ["--reader", reader, "--card-driver", "default", "-s", spaced])
        if (done.code !== 0 || !done.out.includes("SW1=0x90, SW2=0x00")) wrong.push(done.code)
      }
      return { runs, wrong }
    })()
    const outcomes: unknown[] = []
    while (Date.now() < end) outcomes.push(await readIt())

    expect(alone.ok).toBe(true)
    expect(outcomes.length).toBeGreaterThan(3)
    for (const outcome of outcomes) expect(outcome).toEqual(alone)
    const { runs, wrong } = await tool
    expect(wrong).toEqual([])
    expect(runs).toBeGreaterThan(3)
    const [rounds, failures] = (await raw).out.split(" ").map(Number)
    expect(rounds).toBeGreaterThan(20)
    expect(failures).toBe(0)
    await card.remove()
    await at.emptied()
  },
)
