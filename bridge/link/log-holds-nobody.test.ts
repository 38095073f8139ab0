import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { expect, onTestFinished, test, vi } from "vitest"
import { helloOfClient, pairedCredential } from "../../shared/protocol/client-session"
import { Desk } from "../readers/desk"
import { type FaultKind, faultKinds } from "../readers/fault"
import { Simulator } from "../readers/simulator"
import { type TrainingHolder, vitaleImage } from "../training/cards/vitale-image"
import { Clients } from "./clients"
import { FakeBrowser } from "./fake-browser"
import { type LogEvent, logTo, unexpected } from "./log"
import { logReaders } from "./log-readers"
import { Pairing } from "./pairing"
import { startLinkServer } from "./server"

/** The names of the fields of an event that could hold any text; there must be none. */
type FreeText<Event> = Event extends unknown
  ? { [Field in keyof Event]: string extends Event[Field] ? Field : never }[keyof Event]
  : never
const noFreeText: [FreeText<LogEvent>] extends [never] ? true : false = true

test("log, its types, have no field for free text", () => {
  expect(noFreeText).toBe(true)
})

const letters = (alphabet: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max })
const name = letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 5, 20)
const digits = (count: number) => letters("0123456789", count, count)
const holder: fc.Arbitrary<TrainingHolder> = fc.record({
  familyName: name,
  givenName: name,
  birthDate: digits(8),
  nir: digits(15),
})
const fault = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom<FaultKind>(...faultKinds.filter((kind) => kind !== "mute"), 0x6a82, 0x6f00, 0x61ff),
    lasting: fc.boolean(),
  }),
)
const card = fc.record({
  holders: fc.array(holder, { minLength: 1, maxLength: 4 }),
  serial: digits(11),
  fault,
})
const atr = "3B 75 13 00 00 45 09 EA 90 00"

/** Long enough that no number of the log's own (a time, a port, a count) holds it by chance. */
const tellingLength = 5

async function openBridge(verbose: boolean) {
  const home = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
  const written: string[] = []
  const log = logTo({ write: (line) => void written.push(line) }, { verbose })
  const simulator = new Simulator({ slots: ["Lecteur"] })
  const desk = new Desk(simulator, { heldMs: 0 })
  const clients = await Clients.openIn(home, log)
  const server = await startLinkServer({
    readers: desk,
    clients,
    pairing: await Pairing.openIn(home, log),
    mode: "training",
    log,
    ports: [0],
  })
  desk.start()
  logReaders(desk, log)
  const end = async () => {
    await server.close()
    await desk.stop()
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  }
  return { written, log, simulator, desk, clients, server, end }
}

test.each([
  ["usual", false],
  ["verbose", true],
] as const)(
  "log, %s, of any cards, failures, clients and defects, holds nobody and nothing of theirs",
  async (_, verbose) => {
    const bridge = await openBridge(verbose)
    const browsers: FakeBrowser[] = []
    onTestFinished(async () => {
      for (const browser of browsers) browser.close()
      await bridge.end()
    })
    await fc.assert(
      fc.asyncProperty(card, name, name, async ({ holders, serial, fault }, client, message) => {
        const from = bridge.written.length
        const { id, key } = await bridge.clients.add(client)
        const browser = new FakeBrowser(bridge.server.port, {
          credential: pairedCredential({ client: id, key }),
        })
        browsers.push(browser)
        await browser.session?.send(helloOfClient)
        bridge.simulator.insert(vitaleImage({ atr, holders, serial }), fault ? { fault } : {})
        const settled = () => {
          const [reader] = bridge.desk.state().readers
          return reader?.card?.kind !== "reading"
        }
        await vi.waitFor(() => expect(settled()).toBe(true), { timeout: 5_000, interval: 5 })
        bridge.log(unexpected(Object.assign(new TypeError(message), { name: message })))
        bridge.simulator.remove()
        await bridge.clients.revoke(client)
        const text = bridge.written.slice(from).join("").toUpperCase()
        expect(text).toContain("UNEXPECTED")
        const values = holders.flatMap(({ familyName, givenName, birthDate, nir }) => [
          familyName,
          givenName,
          birthDate,
          nir ?? "",
        ])
        for (const value of [...values, serial, client, message, id, key].filter(
          (it) => it.length >= tellingLength,
        ))
          expect(text.includes(value.toUpperCase())).toBe(false)
      }),
      { numRuns: verbose ? 60 : 20 },
    )
  },
  60_000,
)
