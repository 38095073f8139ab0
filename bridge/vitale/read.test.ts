import { expect, test } from "vitest"
import { fromHex } from "../iso7816/bytes"
import { channelTo } from "../iso7816/test-channel"
import { ApduCard } from "../training/cards/apdu-card"
import { deck, people } from "../training/cards/deck"
import type { CardImage } from "../training/cards/file-system"
import { vitaleImage } from "../training/cards/vitale-image"
import { readVitale } from "./read"

const atr = "3B 75 13 00 00 45 09 EA 90 00"
const vitaleName = "00A404000BD250000002564954414C45"

test("vitale, family of three, is read whole in twelve exchanges", async () => {
  const { channel, sent } = channelTo(deck.family.image)
  expect(await readVitale(channel)).toEqual({
    kind: "vitale",
    holders: [
      { rank: 1, ...people.zoe },
      { rank: 2, ...people.anthony },
      { rank: 3, ...people.selene },
    ],
    serial: "01024576124",
    validFrom: null,
    unknownTags: [],
  })
  expect(sent).toHaveLength(12)
})

test("vitale, card without serial file, has no serial and is read", async () => {
  const { channel } = channelTo(deck.single.image)
  expect(await readVitale(channel)).toMatchObject({ holders: [people.catarina], serial: null })
})

test("vitale, sixty holders over many blocks, are all read", async () => {
  const holders = Array.from({ length: 60 }, () => people.anthony)
  const { channel } = channelTo(vitaleImage({ atr, holders, serial: "01024576124" }))
  const content = await readVitale(channel)
  expect(content.holders).toHaveLength(60)
  expect(content.holders[59]).toEqual({ rank: 60, ...people.anthony })
})

test("vitale, card that speaks T=1, is read too", async () => {
  const image: CardImage = { ...deck.family.image, habits: { transport: "T=1", shortRead: 0x6282 } }
  expect((await readVitale(channelTo(image).channel)).holders).toHaveLength(3)
})

test("vitale, master file not selectable by identifier, is reached by its name", async () => {
  const { channel } = channelTo(deck.family.image, (hex) =>
    hex === "00A40000023F00" ? fromHex("6A86") : null,
  )
  expect((await readVitale(channel)).holders).toHaveLength(3)
})

test("vitale, identity without short identifier, is reached by name and file identifier", async () => {
  let inVitale = false
  const { channel } = channelTo(deck.family.image, (hex) => {
    if (hex.startsWith("00A404")) inVitale = hex === vitaleName
    return hex.startsWith("00B082") && !inVitale ? fromHex("6A82") : null
  })
  expect((await readVitale(channel)).holders).toHaveLength(3)
})

test("vitale, another program selects its application once, is read again and right", async () => {
  const { channel } = channelTo(deck.family.image, (_hex, card, count) => {
    if (count === 2) card.answer(fromHex(vitaleName))
    return null
  })
  expect((await readVitale(channel)).holders[0]).toEqual({ rank: 1, ...people.zoe })
})

test("vitale, another program selects its application each time, is card-held", async () => {
  const { channel } = channelTo(deck.family.image, (hex, card) => {
    if (hex.startsWith("00B0")) card.answer(fromHex(vitaleName))
    return null
  })
  await expect(readVitale(channel)).rejects.toMatchObject({ code: "card-held" })
})

test("vitale, another card with fewer holders takes the place, only the new one is told", async () => {
  const other = new ApduCard(deck["parent-child"].image)
  const { channel } = channelTo(deck.family.image, (hex, _card, count) =>
    count > 3 ? other.answer(fromHex(hex)) : null,
  )
  expect((await readVitale(channel)).holders).toEqual([
    { rank: 1, ...people.jeanne },
    { rank: 2, ...people.michelangelo },
  ])
})

test("vitale, further blocks not given after a short identifier, are read by the file identifier", async () => {
  const holders = Array.from({ length: 20 }, () => people.anthony)
  let bySfi = false
  const { channel } = channelTo(vitaleImage({ atr, holders, serial: null }), (hex) => {
    if (hex.startsWith("00A4")) bySfi = hex !== "00A4020002D001"
    // The numbers have one way, and are given; the identity file comes with offsets of two blocks and more.
    return bySfi && hex.startsWith("00B002") ? fromHex("6986") : null
  })
  expect((await readVitale(channel)).holders).toHaveLength(20)
})

test("vitale, another card with as many holders takes the place, only the new one is told", async () => {
  const image = (holder: (typeof people)["zoe"]) => vitaleImage({ atr, holders: [holder], serial: null })
  const other = new ApduCard(image(people.jeanne))
  const { channel } = channelTo(image(people.zoe), (hex, _card, count) =>
    count > 3 ? other.answer(fromHex(hex)) : null,
  )
  expect((await readVitale(channel)).holders).toEqual([{ rank: 1, ...people.jeanne }])
})

test.each([
  ["a NIR with a wrong key", [{ ...people.zoe, nir: "275126322074975" }]],
  ["a birth date in letters", [people.zoe, { ...people.anthony, birthDate: "MARS1980" }]],
  ["a name of zeros", [{ ...people.zoe, familyName: "\0\0" }]],
  ["no holder", []],
])("vitale, %s, makes the whole card unreadable", async (_, holders) => {
  const { channel } = channelTo(vitaleImage({ atr, holders, serial: null }))
  await expect(readVitale(channel)).rejects.toMatchObject({ code: "card-unreadable" })
})

test("vitale, garbage in the files, is card-unreadable", async () => {
  const { channel } = channelTo(deck.unreadable.image)
  await expect(readVitale(channel)).rejects.toMatchObject({ code: "card-unreadable" })
})

test("vitale, holder without number, has a null number and keeps the others'", async () => {
  const { channel } = channelTo(
    vitaleImage({ atr, holders: [people.zoe, { ...people.anthony, nir: null }], serial: null }),
  )
  expect((await readVitale(channel)).holders.map(({ nir }) => nir)).toEqual([people.zoe.nir, null])
})

test("vitale, errors, never carry a value of the card", async () => {
  const { channel } = channelTo(
    vitaleImage({ atr, holders: [{ ...people.zoe, nir: "275126322074975" }], serial: null }),
  )
  const failure = await readVitale(channel).catch((cause: unknown) => cause)
  expect(String(failure)).toBe("BridgeError: card-unreadable")
  expect(JSON.stringify(failure)).not.toContain("27512632207497")
})
