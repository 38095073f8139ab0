import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { type CardInReader, readersStateSchema } from "../../shared/cards/readers"
import type { CardImage } from "../training/cards/file-system"
import { Desk } from "./desk"
import type { ReaderPort } from "./port"
import { Simulator } from "./simulator"
import { type FaultCard, faultCards } from "./test-fault-cards"
import { type FaultRow, faultRows, type Outcome } from "./test-fault-outcomes"

// The fault matrix: every fault at every exchange of every reading, once and lasting. A rejection that nobody
// handles fails the run by itself (vitest).

// The fake clock of vitest moves the global timers only; with this it moves the pauses of the product too.
vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number, value: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer)
        reject(new Error("aborted"))
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort)
        resolve(value)
      }, ms)
      signal?.addEventListener("abort", onAbort)
    }),
}))

const slot = "Lecteur"
const maxTurns = 10_000
/** Long enough to ask a card that is held more than once. */
const heldMs = 20
let cases = 0

beforeAll(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
afterAll(() => {
  vi.useRealTimers()
  process.stdout.write(`fault matrix: ${cases} cases\n`)
})

describe.each(Object.entries(faultCards))("fault matrix, %s", (_, card) => {
  let healthy: Healthy
  beforeAll(async () => {
    healthy = await readHealthy(card)
  })

  test("healthy, names its people and nobody else", () => {
    expect(healthy.names).toEqual(card.names)
    expect(healthy.exchanges).toBeGreaterThan(4)
  })

  test.each(faultRows.map((row) => [row.name, row] as const))("%s, at any exchange", async (_, row) => {
    const wrong: string[] = []
    for (let at = 1; at <= healthy.exchanges; at++) {
      cases++
      const faults = await faultsOf(card, healthy, row, at)
      wrong.push(...faults.map((what) => `exchange ${at}: ${what}`))
    }
    expect(wrong).toEqual([])
  })
})

type Healthy = { whole: string; exchanges: number; names: string[]; other: string; stranger: string }

async function readHealthy({ image, other, stranger }: FaultCard): Promise<Healthy> {
  const own = await readOnce(image)
  return {
    whole: contentOf(own.card),
    exchanges: own.exchanges,
    names: namesOn(own.card),
    other: contentOf((await readOnce(other)).card),
    stranger: contentOf((await readOnce(stranger)).card),
  }
}

async function readOnce(image: CardImage): Promise<{ card: CardInReader | null; exchanges: number }> {
  const { simulator, settled, stop, exchanges } = openDesk()
  simulator.insert(image)
  const card = await settled()
  await stop()
  return { card, exchanges: exchanges() }
}

/** What one case of the matrix did wrong, in words. */
async function faultsOf(card: FaultCard, healthy: Healthy, row: FaultRow, at: number): Promise<string[]> {
  const fault = row.strike(at, card)
  const taker = fault.kind !== "swapped" ? null : fault.by === card.other ? healthy.other : healthy.stranger
  const { simulator, desk, shown, settled, stop } = openDesk()
  const wrong: string[] = []
  simulator.insert(card.image, { fault })
  const end = outcomeOf(await settled(), healthy, taker)
  if (!isAllowed(end, row, card)) wrong.push(`ended as ${end}`)
  // Before its end a reading shows nothing of a card.
  if (shown.slice(0, -1).some((before) => before && before.kind !== "reading")) wrong.push("showed a part")
  if (fault.kind === "timeout" || fault.kind === "mute") {
    desk.readAgain()
    const again = outcomeOf(await settled(), healthy, taker)
    if (again !== (fault.lasting ? end : "whole")) wrong.push(`read again, ended as ${again}`)
  }
  simulator.remove()
  simulator.plug()
  simulator.insert(card.other)
  if (contentOf(await settled()) !== healthy.other) wrong.push("spoilt the next card")
  await stop()
  if (!readersStateSchema.safeParse(desk.state()).success) wrong.push("broke the protocol")
  return wrong
}

/** A card that names nobody has nothing to lose: that it does not say whose it is may be said in any case. */
function isAllowed(outcome: Outcome | "something else", { allowed }: FaultRow, card: FaultCard): boolean {
  const always: Outcome[] = card.names.length === 0 ? ["whole", "card-unreadable"] : []
  return [...allowed, ...always].some((one) => one === outcome)
}

/** `taker`: what the card says that took the place of the one in the slot, in a case where one does. */
function outcomeOf(
  card: CardInReader | null,
  { whole }: Healthy,
  taker: string | null,
): Outcome | "something else" {
  if (card === null) return "no card"
  const content = contentOf(card)
  if (content === whole) return "whole"
  if (content === taker) return "the other"
  const gaveNothing = card.kind === "unknown" || (card.kind === "cps" && card.professional === null)
  return (gaveNothing && card.reason) || "something else"
}

/** All that a card says, in one text; which stay it was is left out. */
function contentOf(card: CardInReader | null): string {
  return JSON.stringify({ ...card, insertion: null })
}

function namesOn(card: CardInReader | null): string[] {
  if (card?.kind === "vitale") return card.holders.map(({ familyName }) => familyName)
  return card?.kind === "cps" && card.professional ? [card.professional.familyName ?? ""] : []
}

/** A desk over the simulator, all that it showed, and the number of exchanges. */
function openDesk() {
  const simulator = new Simulator({ slots: [slot] })
  let exchanges = 0
  const counted: ReaderPort = {
    start: (onEvent) => simulator.start(onEvent),
    stop: () => simulator.stop(),
    withCard: (reader, use) =>
      simulator.withCard(reader, (transmit) =>
        use((command) => {
          exchanges++
          return transmit(command)
        }),
      ),
  }
  const desk = new Desk(counted, { heldMs })
  desk.start()
  const shown: (CardInReader | null)[] = []
  desk.subscribe(({ readers }) => shown.push(readers[0]?.card ?? null))
  shown.length = 0
  return {
    simulator,
    desk,
    shown,
    settled: () => settled(shown),
    stop: () => desk.stop(),
    exchanges: () => exchanges,
  }
}

/** What the slot shows once nothing goes on any more. The clock moves when nothing but the clock is waited for. */
async function settled(shown: readonly (CardInReader | null)[]): Promise<CardInReader | null> {
  for (let turns = 0; turns < maxTurns; turns++) {
    await new Promise((resolve) => setImmediate(resolve))
    const now = shown.at(-1)
    if (now !== undefined && now?.kind !== "reading") return now
    if (vi.getTimerCount() > 0) vi.advanceTimersToNextTimer()
  }
  throw new Error("never settles")
}
