import { EventEmitter } from "node:events"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { fromHex } from "../iso7816/bytes"
import type { Failure, OpenService } from "./pcsc-native"
import type { ReaderEvent } from "./port"

/** Stands in for the native package; `test/cards/pcsc.test.ts` uses the real one. */
class FakeReader extends EventEmitter {
  connected = false
  /** What each connection, exchange and disconnection says, in order; a success when there is nothing left. */
  readonly says = { connect: [] as string[], transmit: [] as string[], disconnect: [] as string[] }
  readonly calls: string[] = []
  constructor(readonly name: string) {
    super()
  }
  connect(_: unknown, done: (error: Failure, protocol: number) => void): void {
    const failure = this.#next("connect")
    if (!failure) this.connected = true
    done(failure, 1)
  }
  transmit(
    _: Uint8Array,
    _length: number,
    _protocol: number,
    done: (error: Failure, answer: Uint8Array) => void,
  ) {
    done(this.#next("transmit"), fromHex("9000"))
  }
  disconnect(_: number, done: (error: Failure) => void): void {
    const failure = this.#next("disconnect")
    if (!failure) this.connected = false
    done(failure)
  }
  close(): void {
    this.calls.push("close")
  }
  #next(call: keyof FakeReader["says"]): Error | null {
    this.calls.push(call)
    const message = this.says[call].shift()
    return message ? new Error(message) : null
  }
}
const held = "SCardTransmit error: Sharing violation.(0x8010000b)"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.doUnmock("pcsclite")
  vi.resetModules()
})

async function startedWith(library: () => { default: OpenService }) {
  vi.resetModules()
  vi.doMock("pcsclite", library)
  const { PcscPort } = await import("./pcsc")
  const port = new PcscPort()
  const events: ReaderEvent[] = []
  port.start((event) => events.push(event))
  await vi.waitFor(() => expect(events).not.toEqual([]))
  return { port, events }
}

async function startedWithReader() {
  const service = Object.assign(new EventEmitter(), { close: vi.fn() })
  const reader = new FakeReader("Lecteur")
  const started = await startedWith(() => ({ default: () => service }))
  service.emit("reader", reader)
  await vi.advanceTimersByTimeAsync(1)
  return { ...started, service, reader }
}

test("pc/sc, package that could not be compiled, is no-reader-library", async () => {
  const { events, port } = await startedWith(() => {
    throw new Error("Could not locate the bindings file")
  })
  expect(events).toEqual([{ type: "service", trouble: "no-reader-library" }])
  await port.stop()
})

test("pc/sc, service that is not there, is said once and tried again each second until it is", async () => {
  let tries = 0
  const { events, port } = await startedWith(() => ({
    default: () => {
      tries++
      if (tries < 4) throw new Error("SCardEstablishContext error: Service not available.(0x8010001d)")
      return Object.assign(new EventEmitter(), { close: vi.fn() })
    },
  }))
  await vi.advanceTimersByTimeAsync(3_100)
  expect(tries).toBe(4)
  expect(events).toEqual([
    { type: "service", trouble: "no-reader-service" },
    { type: "service", trouble: null },
  ])
  await port.stop()
})

test("pc/sc, service that dies, is closed after its threads ended, and a new one is made", async () => {
  const { events, port, service, reader } = await startedWithReader()
  service.emit("error", new Error("SCardGetStatusChange error: Command cancelled.(0x80100002)"))
  await vi.advanceTimersByTimeAsync(500)
  expect(events.at(-1)).toEqual({ type: "service", trouble: "no-reader-service" })
  expect(service.close).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(600)
  expect(service.close).toHaveBeenCalledOnce()
  expect(reader.calls).toContain("close")
  expect(events.at(-1)).toEqual({ type: "service", trouble: null })
  await port.stop()
})

test("pc/sc, reader and card, come and go as events", async () => {
  const { events, port, reader } = await startedWithReader()
  reader.emit("status", { state: 0x22, atr: fromHex("3B00") })
  reader.emit("status", { state: 0x12, atr: fromHex("") })
  reader.emit("end")
  await vi.advanceTimersByTimeAsync(1)
  expect(events.slice(1).map(({ type }) => type)).toEqual([
    "reader-added",
    "card-inserted",
    "card-removed",
    "reader-removed",
  ])
  await port.stop()
})

test("pc/sc, card held by another program at the opening, is waited for", async () => {
  const { port, reader } = await startedWithReader()
  reader.says.connect.push(held, held)
  const answer = port.withCard("Lecteur", (transmit) => transmit(fromHex("00A40000023F00")))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await answer).toEqual(fromHex("9000"))
  expect(reader.calls.at(-1)).toBe("disconnect")
  await port.stop()
})

test("pc/sc, card held at an exchange, is said at once: only the reading knows what to select again", async () => {
  const { port, reader } = await startedWithReader()
  reader.says.transmit.push(held)
  const heldThenAnswered = port.withCard("Lecteur", async (transmit) => {
    const select = () => transmit(fromHex("00A40000023F00"))
    await expect(select()).rejects.toMatchObject({ code: "card-held" })
    return select()
  })
  await vi.advanceTimersByTimeAsync(100)
  expect(await heldThenAnswered).toEqual(fromHex("9000"))
  await port.stop()
})

test("pc/sc, card that another program reset, is connected anew before the next exchange", async () => {
  const { port, reader } = await startedWithReader()
  reader.says.transmit.push("SCardTransmit error: Card was reset.(0x80100068)")
  const resetThenAnswered = port.withCard("Lecteur", async (transmit) => {
    const select = () => transmit(fromHex("00A40000023F00"))
    await expect(select()).rejects.toMatchObject({ code: "card-held" })
    return select()
  })
  await vi.advanceTimersByTimeAsync(100)
  expect(await resetThenAnswered).toEqual(fromHex("9000"))
  expect(reader.calls).toEqual(["connect", "transmit", "disconnect", "connect", "transmit", "disconnect"])
  await port.stop()
})

test("pc/sc, card held for longer, is card-held", async () => {
  const { port, reader } = await startedWithReader()
  reader.says.connect.push(...Array.from({ length: 4 }, () => held))
  const use = port.withCard("Lecteur", async () => 1)
  const refused = expect(use).rejects.toMatchObject({ code: "card-held" })
  await vi.advanceTimersByTimeAsync(2_000)
  await refused
  await port.stop()
})

test("pc/sc, disconnection that fails, does not stop the next connection", async () => {
  const { port, reader } = await startedWithReader()
  reader.says.disconnect.push("SCardDisconnect error: Card was removed.(0x80100069)")
  await port.withCard("Lecteur", async () => 1)
  expect(reader.connected).toBe(false)
  await port.stop()
})

test("pc/sc, connection that comes too late, is closed again: the card is not ours to keep", async () => {
  const { port, reader } = await startedWithReader()
  vi.spyOn(reader, "connect").mockImplementation((_, done) => {
    setTimeout(() => {
      reader.connected = true
      done(null, 1)
    }, 4_000)
  })
  const use = port.withCard("Lecteur", async () => 1)
  const refused = expect(use).rejects.toMatchObject({ code: "card-held" })
  await vi.advanceTimersByTimeAsync(2_500)
  await refused
  await expect(port.withCard("Lecteur", async () => 1)).rejects.toMatchObject({ code: "card-held" })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(reader.calls).toEqual(["disconnect"])
  expect(reader.connected).toBe(false)
  await port.stop()
})

test("pc/sc, reader that hangs in an exchange, is card-timeout and is not closed", async () => {
  const { port, reader } = await startedWithReader()
  vi.spyOn(reader, "transmit").mockImplementation(() => undefined)
  const use = port.withCard("Lecteur", (transmit) => transmit(fromHex("00A40000023F00")))
  const refused = expect(use).rejects.toMatchObject({ code: "card-timeout" })
  await vi.advanceTimersByTimeAsync(4_000)
  await refused
  await port.stop()
  expect(reader.calls).not.toContain("close")
})

test("pc/sc, unknown reader, is no-reader", async () => {
  const { port } = await startedWithReader()
  await expect(port.withCard("ailleurs", async () => 1)).rejects.toMatchObject({ code: "no-reader" })
  await port.stop()
})
