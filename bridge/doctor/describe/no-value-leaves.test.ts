import { randomFillSync } from "node:crypto"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { type Authority, openAuthority } from "../../../test/authority/authority"
import { currentName } from "../../../test/authority/names"
import { runs } from "../../../test/fuzz/runs"
import { fromHex, toHex } from "../../iso7816/bytes"
import { writeTlv } from "../../iso7816/tlv-writer"
import { en } from "../../locales/en"
import { fr } from "../../locales/fr"
import { ApduCard } from "../../training/cards/apdu-card"
import { cps3Image, cps4Image } from "../../training/cards/cps-image"
import { type DeckCardId, deck, deckCardIds, people } from "../../training/cards/deck"
import { type CardImage, masterFid, usualHabits } from "../../training/cards/file-system"
import { vitaleImage } from "../../training/cards/vitale-image"
import { applications } from "../../vitale/layout"
import { describeCard } from "./explore"
import { renderDescription } from "./render"
import { scrambled, valuesOf } from "./test-scramble"

/** All that may be mailed of a card: both languages and the JSON. */
async function everythingTold(image: CardImage): Promise<string> {
  const card = new ApduCard(image)
  const description = await describeCard(async (command) => card.answer(command), image.atr)
  expect(description.stopped).toBeNull()
  const texts = [fr, en].map(({ describeCard: { words } }) => renderDescription(description, words))
  return [...texts, JSON.stringify(description), JSON.stringify(description, null, 1)].join("\n")
}

const noise = (length: number) => randomFillSync(new Uint8Array(length))

/** Every way in which three bytes could stand in a text. */
function waysToWrite(bytes: Uint8Array): string[] {
  const pairs = toHex(bytes).match(/../g) ?? []
  const hexes = ["", " ", ":", "-", ", "].flatMap((between) => [
    pairs.join(between),
    pairs.join(between).toLowerCase(),
  ])
  const decimals = [" ", ",", ", ", "."].map((between) => Array.from(bytes).join(between))
  const latin1 = Buffer.from(bytes).toString("latin1")
  const digits = pairs.map((pair) => [...pair].reverse().join("")).join("")
  return [...hexes, ...decimals, digits, latin1, latin1.toLowerCase(), Buffer.from(bytes).toString("base64")]
}

function leaks(told: string, values: readonly Uint8Array[]): string[] {
  const windows = values.flatMap((value) =>
    Array.from({ length: Math.max(0, value.length - 2) }, (_, at) => value.subarray(at, at + 3)),
  )
  return windows.flatMap(waysToWrite).filter((written) => told.includes(written))
}

describe.each(deckCardIds)("card of the deck, %s", (id: DeckCardId) => {
  test("another card of its structure gives the same description, byte for byte", async () => {
    const told = await everythingTold(deck[id].image)
    for (let twin = 0; twin < 5; twin++)
      expect(await everythingTold(scrambled(deck[id].image, noise))).toBe(told)
  })
})

test("cards of the deck, no name, number, date or serial of them is told", async () => {
  const told = (await Promise.all(deckCardIds.map((id) => everythingTold(deck[id].image)))).join("\n")
  const secrets = Object.values(people).flatMap(({ familyName, givenName, birthDate, nir }) => [
    ...[familyName, givenName, birthDate, nir, nir.slice(0, 13), nir.slice(1, 7), birthDate.slice(0, 4)],
    ...[birthDate.slice(4), toHex(Buffer.from(nir)), Buffer.from(nir).toString("base64").slice(0, 16)],
  ])
  const professionals = ["FICTIVE-MARTIN", "CAMILLE", "Médecin", "99700", "ESSAI", "MODELE", "FICTIF", "2049"]
  const serials = ["01024576124", "02058607314", "99000001", "99000002"]
  for (const secret of [...secrets, ...professionals, ...serials]) expect(told).not.toContain(secret)
})

test("names of other lengths, on a Vitale card, change nothing in the description", async () => {
  const card = (familyName: string, givenName: string, nir: string) =>
    vitaleImage({
      atr: "3B 75 13 00 00 45 09 EA 90 00",
      serial: "01024576124",
      holders: [{ familyName, givenName, birthDate: "19800302", nir }],
    })
  expect(await everythingTold(card("LE", "ZOE", "275126322074974"))).toBe(
    await everythingTold(card("DUPONT-DE-LA-FICTION", "MAXIMILIENNE", "180032B02040123")),
  )
})

describe("CPS cards of two people", () => {
  let authority: Authority
  beforeAll(async () => {
    authority = await openAuthority()
  })
  const cardOf = async (familyName: string, givenName: string, idNat: string, serial: string) => {
    const subject = currentName({ familyName, givenName, idNat }, "Médecin")
    return {
      authentication: await authority.issue({ subject, use: "authentication" }),
      signature: await authority.issue({ subject, use: "signature" }),
      serial,
    }
  }

  test.each([
    ["CPS3", cps3Image],
    ["CPS4", cps4Image],
  ])("%s, are described alike", async (_, image) => {
    const one = image(await cardOf("LE", "ZOE", "899700000427", "99000001"))
    const other = image(await cardOf("DUPONT-DE-LA-FICTION", "MAXIMILIENNE", "899700001177", "38472615"))
    const told = await everythingTold(one)
    expect(told).toContain("2.5.4.4 surname")
    expect(await everythingTold(other)).toBe(told)
  })
})

/**
 * Bytes that no constant of a description holds, in any way of writing: letters that stand in none of its words
 * side by side, and bytes above B0 that are in no identifier or answer to reset of ours.
 */
const marker = fc.constantFrom(...fromHex("B1 B3 B5 B7 B9 BB BD C3 C7 CB 51 57 58 4A 6A 71 77 78"))
const markers = (maxLength: number) => fc.array(marker, { maxLength }).map((bytes) => Uint8Array.from(bytes))
const anyTag = fc.constantFrom(
  ...[0x80, 0x81, 0x82, 0x83, 0x90, 0x93, 0x5a, 0x5f20, 0x04, 0x0c, 0x13, 0x17, 0x41, 0xc1, 0xdf01],
)
const anyTemplate = fc.constantFrom(0x65, 0x66, 0xe0, 0xe5, 0x7f21, 0x30, 0x31, 0xa0, 0xa1, 0xa4)

const { object } = fc.letrec<{ object: Uint8Array }>((tie) => ({
  object: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(anyTag, markers(40)).map(([tag, value]) => writeTlv(tag, value)),
    fc
      .tuple(anyTemplate, fc.array(tie("object"), { maxLength: 4 }))
      .map(([tag, inside]) => writeTlv(tag, joined(inside))),
  ),
}))
const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

/** Data objects with padding or without, raw bytes, zeros. */
const content = fc.oneof(
  fc
    .tuple(fc.array(object, { minLength: 1, maxLength: 6 }), fc.nat(40))
    .map(([objects, padding]) => Uint8Array.of(...joined(objects), ...new Uint8Array(padding))),
  markers(300),
  fc.nat(60).map((length) => new Uint8Array(length)),
)
const someFiles = fc.uniqueArray(
  fc.record({
    fid: fc.constantFrom(0x2001, 0x2f00, 0x2f02, 0xd001, 0xd004, 0x5031, 0x7005, 0xa001, 0x1234),
    sfi: fc.integer({ min: 1, max: 30 }),
    content,
  }),
  { maxLength: 4, selector: ({ fid }) => fid },
)
const anyCard = fc.record({ inMaster: someFiles, inVitale: someFiles }).map(
  ({ inMaster, inVitale }): CardImage => ({
    atr: fromHex("3B 75 13 00 00 45 09 EA 90 00"),
    habits: usualHabits,
    fileSystem: {
      master: { fid: masterFid, aid: applications.master, files: inMaster },
      directories: [{ fid: 0x0100, aid: applications.vitale, files: inVitale }],
    },
  }),
)

test("any card, no three bytes of a value are told, in no way of writing", async () => {
  await fc.assert(
    fc.asyncProperty(anyCard, async (image) => {
      expect(leaks(await everythingTold(image), valuesOf(image))).toEqual([])
    }),
    runs(150),
  )
}, 60_000)

test("any card, another of its structure gives the same description, byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(anyCard, async (image) => {
      expect(await everythingTold(scrambled(image, noise))).toBe(await everythingTold(image))
    }),
    runs(150),
  )
}, 60_000)

test("the search for leaks finds one that is put there", () => {
  const value = fromHex("B1 C3 77 6A")
  for (const leak of ["b1c377", "C3:77:6A", "177 195 119", Buffer.from(value).toString("latin1"), "scN3"])
    expect(leaks(`… ${leak} …`, [value])).not.toEqual([])
})
