import { expect, test } from "vitest"
import { fromHex, toHex } from "../iso7816/bytes"
import type { ReaderEvent } from "./port"
import { Simulator, simulatedSlots } from "./simulator"

const [slot = ""] = simulatedSlots
const selectMaster = fromHex("00A40000023F00")

test("simulator, start, tells the service, the slots and the card that is already in", () => {
  const simulator = new Simulator()
  simulator.insert("single")
  const events: ReaderEvent[] = []
  simulator.start((event) => events.push(event))
  expect(events.map(({ type }) => type)).toEqual(["service", "reader-added", "card-inserted", "reader-added"])
})

test("simulator, after stop, says nothing more", async () => {
  const simulator = new Simulator()
  const events: ReaderEvent[] = []
  simulator.start((event) => events.push(event))
  await simulator.stop()
  await simulator.stop()
  simulator.insert("single")
  expect(events.filter(({ type }) => type === "card-inserted")).toEqual([])
})

test("simulator, two uses of a slot, wait for each other", async () => {
  const simulator = new Simulator({ exchangeMs: 5 })
  simulator.insert("single")
  const order: string[] = []
  const use = (name: string) =>
    simulator.withCard(slot, async (transmit) => {
      order.push(`${name} begins`)
      await transmit(selectMaster)
      order.push(`${name} ends`)
    })
  await Promise.all([use("one"), use("two")])
  expect(order).toEqual(["one begins", "one ends", "two begins", "two ends"])
})

test("simulator, empty slot and unknown slot, are no-card and no-reader", async () => {
  const simulator = new Simulator()
  await expect(simulator.withCard(slot, async () => 1)).rejects.toMatchObject({ code: "no-card" })
  await expect(simulator.withCard("elsewhere", async () => 1)).rejects.toMatchObject({ code: "no-reader" })
})

test("simulator, a use that fails, does not block the next", async () => {
  const simulator = new Simulator()
  simulator.insert("single")
  await expect(
    simulator.withCard(slot, async () => {
      throw new Error("use failed")
    }),
  ).rejects.toThrow("use failed")
  expect(await simulator.withCard(slot, (transmit) => transmit(selectMaster).then(toHex))).toMatch(/^61/)
})

test("simulator, reader unplugged with a card in it, is gone, and tells of both when it is plugged in again", async () => {
  const simulator = new Simulator({ slots: [slot] })
  const events: ReaderEvent[] = []
  simulator.start((event) => events.push(event))
  simulator.insert("single")
  simulator.unplug()
  simulator.unplug()
  await expect(simulator.withCard(slot, async () => 1)).rejects.toMatchObject({ code: "no-reader" })
  simulator.plug()
  simulator.plug()
  expect(events.map(({ type }) => type)).toEqual([
    "service",
    ...["reader-added", "card-inserted"],
    "reader-removed",
    ...["reader-added", "card-inserted"],
  ])
  expect(await simulator.withCard(slot, (transmit) => transmit(selectMaster).then(toHex))).toMatch(/^61/)
})
