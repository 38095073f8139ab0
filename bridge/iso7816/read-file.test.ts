import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { BridgeError } from "../../shared/protocol/errors"
import type { Transmit } from "../readers/port"
import { ApduCard } from "../training/cards/apdu-card"
import { type CardHabits, masterFid, usualHabits } from "../training/cards/file-system"
import { encodeApdu, selectByAid, selectByFid } from "./apdu"
import { fromHex, toHex } from "./bytes"
import { CardChannel } from "./card-channel"
import { readFile } from "./read-file"

const route = { selects: [selectByFid(0x2001)], sfi: null }
const bySfi = { selects: [], sfi: 1 }
const bytes = (count: number, seed = 0) => Uint8Array.from({ length: count }, (_, i) => (i * 7 + seed) & 0xff)

function card(content: Uint8Array, habits: CardHabits = usualHabits) {
  const files = [
    { fid: 0x2001, sfi: 1, content },
    { fid: 0x2002, content: bytes(content.length, 1) },
    { fid: 0x2003, content, protected: true },
  ]
  return new ApduCard({
    atr: fromHex("3B00"),
    habits,
    fileSystem: { master: { fid: masterFid, aid: null, files }, directories: [] },
  })
}

function channelTo(answer: (command: Uint8Array) => Uint8Array): { channel: CardChannel; sent: string[] } {
  const sent: string[] = []
  const transmit: Transmit = async (command) => {
    sent.push(toHex(command))
    return answer(command)
  }
  return { channel: new CardChannel(transmit), sent }
}

const allHabits: CardHabits[] = [
  { transport: "T=0", shortRead: 0x9000 },
  { transport: "T=1", shortRead: 0x9000 },
  { transport: "T=1", shortRead: 0x6282 },
]

describe.each(allHabits)("file, card that speaks $transport and ends with $shortRead", (habits) => {
  test.each([1, 255, 256, 257, 511, 512, 1300])("%i bytes, come whole", async (count) => {
    const content = bytes(count)
    const reader = card(content, habits)
    const { channel } = channelTo((command) => reader.answer(command))
    expect(await readFile(channel, route)).toEqual(content)
    expect(await readFile(channel, bySfi)).toEqual(content)
  })
})

test.each([230, 231, 232, 462, 1000])(
  "file of %i bytes, on a card that gives 231 at once, comes whole",
  async (count) => {
    const content = bytes(count)
    const reader = card(content, { ...usualHabits, maxReadBytes: 231 })
    const { channel } = channelTo((command) => reader.answer(command))
    expect(await readFile(channel, { ...route, blockBytes: 231 })).toEqual(content)
  },
)

test("file that says how long it is, is asked for that and no more", async () => {
  const reader = card(bytes(600), { ...usualHabits, maxReadBytes: 231 })
  const { channel, sent } = channelTo((command) => reader.answer(command))
  const told = { ...route, blockBytes: 231, bytesIn: () => 300 }
  expect(await readFile(channel, told)).toEqual(bytes(300))
  expect(sent.slice(0, 3)).toEqual(["00A40200022001", "00B00000E7", "00B000E745"])
})

test("file that says it is longer than it is, is what the card gives", async () => {
  const reader = card(bytes(300), { ...usualHabits, maxReadBytes: 231 })
  const { channel } = channelTo((command) => reader.answer(command))
  const told = { ...route, blockBytes: 231, bytesIn: () => 16_000 }
  expect(await readFile(channel, told)).toEqual(bytes(300))
})

test("file on the second channel, is read with its class", async () => {
  const reader = card(bytes(10), { ...usualHabits, secondChannel: true })
  const { channel, sent } = channelTo((command) => reader.answer(command))
  const selects = [selectByAid(fromHex("A000000001"), { cla: 1, p2: 0x0c })]
  await readFile(channel, { selects, sfi: 1, cla: 1 })
  expect(sent.every((hex) => hex.startsWith("01"))).toBe(true)
})

test("file, one block, is read once: the tags prove which file it is", async () => {
  const reader = card(bytes(100))
  const { channel, sent } = channelTo((command) => reader.answer(command))
  await readFile(channel, route)
  expect(sent).toEqual(["00A40200022001", "00B0000000", "00B0000064"])
})

test("file, several blocks, is read twice from its SELECT", async () => {
  const reader = card(bytes(300))
  const { channel, sent } = channelTo((command) => reader.answer(command))
  await readFile(channel, route)
  expect(sent.filter((command) => command.startsWith("00A4"))).toHaveLength(2)
})

test("file, another program selects its own between two blocks once, comes whole all the same", async () => {
  const reader = card(bytes(600))
  const { channel, sent } = channelTo((command) => {
    if (sent.length === 3) reader.answer(fromHex("00A40200022002"))
    return reader.answer(command)
  })
  expect(await readFile(channel, route)).toEqual(bytes(600))
})

test("file, another program disturbs each reading differently, is card-held and no mixture", async () => {
  const reader = card(bytes(600))
  let readings = 0
  const { channel } = channelTo((command) => {
    const hex = toHex(command)
    if (hex.startsWith("00A4")) readings++
    if (hex.startsWith(readings % 2 === 0 ? "00B001" : "00B002")) reader.answer(fromHex("00A40200022002"))
    return reader.answer(command)
  })
  await expect(readFile(channel, route)).rejects.toMatchObject({ code: "card-held" })
})

test.each([
  ["that does not exist", { selects: [selectByFid(0x2999)], sfi: null }],
  ["that wants a PIN", { selects: [selectByFid(0x2003)], sfi: null }],
  ["with an unknown short identifier", { selects: [], sfi: 9 }],
])("file, %s, is null", async (_, missing) => {
  const reader = card(bytes(10))
  const { channel } = channelTo((command) => reader.answer(command))
  expect(await readFile(channel, missing)).toBeNull()
})

test("file, refused in the middle each time, is card-unreadable", async () => {
  const reader = card(bytes(600))
  const { channel } = channelTo((command) =>
    toHex(command).startsWith("00B001") ? fromHex("6F00") : reader.answer(command),
  )
  await expect(readFile(channel, route)).rejects.toMatchObject({ code: "card-unreadable" })
})

test("file, without end, is card-unreadable", async () => {
  const { channel } = channelTo((command) =>
    command[1] === 0xb0 ? Uint8Array.from([...bytes(256), 0x90, 0x00]) : fromHex("9000"),
  )
  await expect(readFile(channel, route)).rejects.toMatchObject({ code: "card-unreadable" })
})

describe("file, another program that holds the card and chooses its own file meanwhile", () => {
  /** Says `held` at these exchanges (from 1); by then the other program's file is the current one. */
  function disturbedAt(held: ReadonlySet<number>, content: Uint8Array) {
    const reader = card(content)
    let exchanges = 0
    const transmit: Transmit = async (command) => {
      exchanges++
      if (!held.has(exchanges)) return reader.answer(command)
      reader.answer(encodeApdu(selectByFid(0x2002)))
      throw new BridgeError("card-held")
    }
    return { channel: new CardChannel(transmit) }
  }

  test("wherever it comes between, the file comes whole, and is never the other one", async () => {
    const moments = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(20, 300, 700), fc.boolean(), moments, async (count, byName, held) => {
        const content = bytes(count)
        const { channel } = disturbedAt(new Set(held), content)
        expect(await readFile(channel, byName ? bySfi : route)).toEqual(content)
      }),
      { numRuns: 200 },
    )
  })

  test("who holds it for longer, is waited for and then said", async () => {
    const transmit: Transmit = async () => {
      throw new BridgeError("card-held")
    }
    const channel = new CardChannel(transmit, { heldMs: 30 })
    await expect(readFile(channel, route)).rejects.toMatchObject({ code: "card-held" })
  })
})
