import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest"
import { fromHex } from "../../iso7816/bytes"
import { ApduCard } from "../../training/cards/apdu-card"
import { deck } from "../../training/cards/deck"
import type { ReaderEvent } from "../port"
import { readCard } from "../read-card"
import { Simulator } from "../simulator"
import { ChildPort } from "./port"
import type { Scene } from "./test-child"

/** Real processes, with the simulator in the place of PC/SC; `test/cards/pcsc.test.ts` has the real one. */
let place: string
const modulePath = () => join(place, "test-child.cjs")

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "reader-process-"))
  const entryPoints = ["bridge/readers/child/test-child.ts"]
  await build({ entryPoints, outfile: modulePath(), bundle: true, platform: "node", format: "cjs" })
})
afterAll(() => rm(place, { recursive: true }))

/** The environment of the children is ours, so there is one port at a time. */
async function openPort(scene: Scene, lookMs?: number) {
  const file = join(place, "scene.json")
  const set = (next: Scene) => writeFile(file, JSON.stringify(next))
  await set(scene)
  process.env.TEST_CHILD_SCENE = file
  const port = new ChildPort({ modulePath: modulePath(), ...(lookMs !== undefined && { lookMs }) })
  onTestFinished(() => port.stop())
  const events: ReaderEvent[] = []
  port.start((event) => events.push(event))
  const told = (expected: unknown[], timeout = 3_000) =>
    vi.waitFor(() => expect(events).toEqual(expected), { timeout })
  return { port, events, told, set }
}

const answers = { type: "service", trouble: null }
const added = { type: "reader-added", reader: "Lecteur" }
const removed = { type: "reader-removed", reader: "Lecteur" }
const inserted = (id: keyof typeof deck) => ({
  type: "card-inserted",
  reader: "Lecteur",
  atr: deck[id].image.atr,
})
const selectMaster = fromHex("00A40000023F00")

test("reader process, its events and its card, are those of the port in it", async () => {
  const { port, told } = await openPort({ card: "single" })
  await told([answers, added, inserted("single")])
  const answer = await port.withCard("Lecteur", (transmit) => transmit(selectMaster))
  expect(answer).toEqual(new ApduCard(deck.single.image).answer(selectMaster))
})

test("reader process, a card read over there, is what it is when it is read here", async () => {
  const { port, told } = await openPort({ card: "family" })
  await told([answers, added, inserted("family")])
  const here = new Simulator({ slots: ["Lecteur"] })
  here.insert("family")
  const card = { reader: "Lecteur", atr: deck.family.image.atr, signal: new AbortController().signal }
  const outcome = await readCard(port, card)
  expect(outcome).toMatchObject({ ok: true, content: { holders: { length: 3 } } })
  expect(outcome).toEqual(await readCard(here, card))
  expect(await readCard(port, { ...card, reader: "ailleurs" })).toEqual({ ok: false, reason: "no-reader" })
})

test("reader process, a reading whose card goes, or whose process ends, says which", async () => {
  const { port, told } = await openPort({ card: "family" })
  await told([answers, added, inserted("family")])
  const stay = new AbortController()
  const card = { reader: "Lecteur", atr: deck.family.image.atr, signal: stay.signal }
  const going = readCard(port, card)
  stay.abort()
  expect(await going).toEqual({ ok: false, reason: "card-removed" })
  const ending = readCard(port, { ...card, signal: new AbortController().signal })
  await port.stop()
  expect(await ending).toEqual({ ok: false, reason: "no-reader-service" })
})

test("reader process, an error of the port in it, keeps its name on the way", async () => {
  const { port, told } = await openPort({ card: null })
  await told([answers, added])
  const use = vi.fn()
  await expect(port.withCard("Lecteur", use)).rejects.toMatchObject({ code: "no-card" })
  await expect(port.withCard("ailleurs", use)).rejects.toMatchObject({ code: "no-reader" })
  expect(use).not.toHaveBeenCalled()
})

test("reader process, a use that throws, lets the next one in", async () => {
  const { port, told } = await openPort({ card: "single" })
  await told([answers, added, inserted("single")])
  await expect(port.withCard("Lecteur", () => Promise.reject(new Error("ours")))).rejects.toThrow("ours")
  expect(await port.withCard("Lecteur", async () => "next")).toBe("next")
})

test("reader process, without the library, says so once and is not started again", async () => {
  const { port, events, told } = await openPort({ card: null, fault: "no-library" })
  await told([{ type: "service", trouble: "no-reader-library" }])
  await new Promise((done) => setTimeout(done, 1_500))
  expect(events).toHaveLength(1)
  await expect(port.withCard("Lecteur", async () => 1)).rejects.toMatchObject({ code: "no-reader-service" })
})

test("reader process, that ends as soon as it starts, is told as a service that does not answer, and tried again", async () => {
  const { told, set } = await openPort({ card: null, fault: "ends" })
  await told([{ type: "service", trouble: "no-reader-service" }])
  await set({ card: "single" })
  await told([{ type: "service", trouble: "no-reader-service" }, answers, added, inserted("single")], 8_000)
}, 15_000)

test("reader process, that says nothing after its start, is told as a service that does not answer, and renewed", async () => {
  const { events, told, set } = await openPort({ card: null, fault: "silent" })
  await new Promise((done) => setTimeout(done, 1_500))
  expect(events).toEqual([])
  await set({ card: null })
  await told([{ type: "service", trouble: "no-reader-service" }, answers, added], 10_000)
}, 15_000)

test("reader process, that no longer sees what a fresh one sees, is replaced, and all is told anew", async () => {
  const { port, told, set } = await openPort({ card: "family" }, 500)
  await told([answers, added, inserted("family")])
  await set({ card: "old-generation" })
  await told([answers, added, inserted("family"), removed, added, inserted("old-generation")], 10_000)
  expect(await port.withCard("Lecteur", async () => "works")).toBe("works")
}, 15_000)

test("reader process, that sees what a fresh one sees, stays and says nothing more", async () => {
  const { events, told } = await openPort({ card: "family" }, 500)
  await told([answers, added, inserted("family")])
  await new Promise((done) => setTimeout(done, 4_500))
  expect(events).toHaveLength(3)
}, 15_000)

test("reader process, after the machine slept, is renewed: a card may have been changed meanwhile", async () => {
  const { told } = await openPort({ card: "family" })
  await told([answers, added, inserted("family")])
  const awake = Date.now()
  vi.spyOn(Date, "now").mockImplementation(() => awake + 3_600_000)
  onTestFinished(() => void vi.restoreAllMocks())
  await told([answers, added, inserted("family"), removed, added, inserted("family")], 5_000)
}, 15_000)

test("reader process, stopped port, says nothing any more and refuses uses", async () => {
  const { port, events, told } = await openPort({ card: "single" })
  await told([answers, added, inserted("single")])
  await port.stop()
  await port.stop()
  await expect(port.withCard("Lecteur", async () => 1)).rejects.toMatchObject({ code: "no-reader-service" })
  expect(events).toHaveLength(3)
})
