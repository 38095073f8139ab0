import { afterAll, beforeAll, expect, test } from "vitest"
import { deck, people } from "../../bridge/training/cards/deck"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { type OnApdu, plugCard } from "../virtual-card/plug"
import { openReaderDesk, type ReaderDesk, readerProcesses } from "../virtual-card/reader-desk"

/** The whole card side against a real PC/SC daemon, through the built process that holds its library. */
let daemon: PcscDaemon
let at: ReaderDesk

beforeAll(async () => {
  daemon = await startPcscd()
  at = openReaderDesk(daemon)
  await at.until((state) => state.readers.length === 2)
})

afterAll(async () => {
  await at.desk.stop()
  await daemon.stop()
})

const plug = (id: keyof typeof deck, slot: 0 | 1, onApdu?: OnApdu) =>
  plugCard(deck[id].image, daemon.ports[slot], onApdu)

test("pc/sc, two empty slots, are shown by their names", () => {
  expect(at.desk.state()).toEqual({
    trouble: null,
    readers: daemon.readers.map((name) => ({ name, card: null })),
  })
})

test("pc/sc, family card and unknown card in the two slots, are read and told apart, and their removal is seen", async () => {
  const [family, unknown] = [await plug("family", 0), await plug("unknown", 1)]
  expect(await at.cardIn(0)).toMatchObject({
    kind: "vitale",
    holders: [people.zoe, people.anthony, people.selene],
    serial: "01024576124",
  })
  expect(await at.cardIn(1)).toEqual({ kind: "unknown", atr: "3B751300009C02020102", reason: "card-unknown" })
  await Promise.all([family.remove(), unknown.remove()])
  await at.emptied()
})

test("pc/sc, card pulled out in the middle of the read, leaves nothing, and the next one is read", async () => {
  const from = at.states.length
  await plug("parent-child", 0, (count, answer) => (count === 5 ? "remove" : answer))
  await at.until(() => at.states.slice(from).some(({ readers }) => readers[0]?.card?.kind === "reading"))
  await at.emptied()
  expect(at.states.slice(from).some(({ readers }) => readers[0]?.card?.kind === "vitale")).toBe(false)
  const next = await plug("single", 0)
  expect(await at.cardIn(0)).toMatchObject({ kind: "vitale", holders: [people.catarina], serial: null })
  await next.remove()
  await at.emptied()
})

test("pc/sc, card that hangs in the middle of an exchange, is said, and both slots work again", async () => {
  const hanging = await plug("family", 0, (count, answer) =>
    count < 3 ? answer : new Promise(() => undefined),
  )
  const card = await at.cardIn(0)
  expect(card).toMatchObject({ kind: "unknown", reason: "card-timeout" })
  await hanging.remove()
  await at.emptied()
  const [first, second] = [await plug("single", 0), await plug("parent-child", 1)]
  expect(await at.cardIn(0)).toMatchObject({ kind: "vitale", holders: [people.catarina] })
  expect(await at.cardIn(1)).toMatchObject({ kind: "vitale", holders: { length: 2 } })
  await Promise.all([first.remove(), second.remove()])
  await at.emptied()
})

test.each([
  ["crashes", "SIGKILL"],
  ["hangs", "SIGSTOP"],
] as const)(
  "pc/sc, process of the readers that %s, is renewed, and the card that stayed is read anew",
  async (_, signal) => {
    const card = await plug("single", 0)
    const before = await at.cardIn(0)
    const [child] = readerProcesses()
    process.kill(child ?? 0, signal)
    await at.until(({ readers }) => readers[0]?.card?.kind !== "vitale")
    const after = await at.cardIn(0)
    expect(after).toMatchObject({ kind: "vitale", holders: [people.catarina] })
    expect(after).not.toMatchObject({ insertion: before.kind === "vitale" && before.insertion })
    expect(readerProcesses()).not.toContain(child)
    expect(readerProcesses()).toHaveLength(1)
    await card.remove()
    await at.emptied()
  },
)

test("pc/sc, daemon killed and started again, is said, and the next card is read", async () => {
  await daemon.kill()
  await at.until(({ trouble, readers }) => trouble === "no-reader-service" && readers.length === 0)
  await daemon.restart()
  await at.until(({ trouble, readers }) => trouble === null && readers.length === 2)
  const card = await plug("single", 1)
  expect(await at.cardIn(1)).toMatchObject({ kind: "vitale", holders: [people.catarina] })
  await card.remove()
})
