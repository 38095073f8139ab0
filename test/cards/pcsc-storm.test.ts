import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { deck, people } from "../../bridge/training/cards/deck"
import { BridgeError } from "../../shared/protocol/errors"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { plugCard } from "../virtual-card/plug"
import { openReaderDesk, type ReaderDesk } from "../virtual-card/reader-desk"

/** The card service dies and comes back, again and again, while cards are read and used. */
const rounds = 10
const cards = [
  ["single", [people.catarina]],
  ["family", [people.zoe, people.anthony, people.selene]],
  ["parent-child", [people.jeanne, people.michelangelo]],
] as const

let daemon: PcscDaemon
let at: ReaderDesk

beforeAll(async () => {
  daemon = await startPcscd()
  at = openReaderDesk(daemon)
  await at.until((state) => state.readers.length === 2)
})

afterAll(async () => {
  await at?.desk.stop()
  await daemon?.stop()
})

/** Somebody reads a card of either slot all the time. What goes wrong has one of our names, or it is counted. */
function traffic() {
  const unnamed: unknown[] = []
  let uses = 0
  let over = false
  const users = daemon.readers.map(async (reader) => {
    while (!over) {
      const use = at.port.withCard(reader, (transmit) => transmit(Uint8Array.of(0, 0xa4, 0, 0, 2, 0x3f, 0)))
      await use.then(
        () => uses++,
        (cause) => (cause instanceof BridgeError && cause.code !== "internal" ? 0 : unnamed.push(cause)),
      )
      await pause(5)
    }
  })
  const end = async () => {
    over = true
    await Promise.all(users)
    return { uses, unnamed }
  }
  return { end }
}

test(`pc/sc, service killed and started ${rounds} times under traffic, every insertion afterwards is seen`, async () => {
  const using = traffic()
  for (let round = 0; round < rounds; round++) {
    const [id, holders] = cards[round % cards.length] ?? cards[0]
    const slot = round % 2 === 0 ? 0 : 1
    // Killed now during a read, now with the card at rest, now with nothing in the readers.
    const doomed = round % 3 === 2 ? null : await plugCard(deck.family.image, daemon.ports[slot])
    if (round % 3 === 0) await at.cardIn(slot)
    await daemon.kill()
    await at.until(({ readers }) => readers.length === 0)
    await doomed?.remove()
    await daemon.restart()
    await at.until(({ readers }) => readers.length === 2)
    const card = await plugCard(deck[id].image, daemon.ports[slot])
    expect(await at.cardIn(slot)).toMatchObject({ kind: "vitale", holders })
    await card.remove()
    await at.emptied()
  }
  const { uses, unnamed } = await using.end()
  expect(unnamed).toEqual([])
  expect(uses).toBeGreaterThan(rounds)
}, 120_000)

test("pc/sc, service that comes back without a reader, says so, and sees the reader once there is one", async () => {
  await daemon.kill()
  await daemon.restart("bare")
  await at.until(({ trouble }) => trouble === "no-reader")
  // The daemon takes a serial reader at its start only: a plugged one is one that it has when it comes back.
  await daemon.kill()
  await daemon.restart()
  await at.until(({ readers }) => readers.length === 2)
  const card = await plugCard(deck.single.image, daemon.ports[0])
  expect(await at.cardIn(0)).toMatchObject({ kind: "vitale", holders: [people.catarina] })
  await card.remove()
})
