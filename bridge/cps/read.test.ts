import { beforeAll, describe, expect, test } from "vitest"
import type { Professional } from "../../shared/cards/cps"
import { passesLuhn } from "../../shared/identity/luhn"
import { type Authority, openAuthority } from "../../test/authority/authority"
import { currentName, type Person } from "../../test/authority/names"
import { fromHex } from "../iso7816/bytes"
import { isReadOnly } from "../iso7816/read-only"
import { channelTo } from "../iso7816/test-channel"
import { ApduCard } from "../training/cards/apdu-card"
import { type CpsContent, cps3ContactlessImage, cps3Image, cps4Image } from "../training/cards/cps-image"
import type { CardImage, ElementaryFile } from "../training/cards/file-system"
import { type ReadableCps, readCps } from "./read"

const serial = "99213845"
const withKey = (ten: string) => ten + [..."0123456789"].find((key) => passesLuhn(ten + key))
const person = (order: string, familyName: string): Person => ({
  idNat: `8${withKey(order)}`,
  familyName,
  givenName: "CAMILLE",
})

let authority: Authority
/** Both certificates of a person, of today's shape. */
async function contentFor(who: Person): Promise<CpsContent> {
  const subject = currentName(who, "Médecin")
  return {
    authentication: await authority.issue({ subject, use: "authentication" }),
    signature: await authority.issue({ subject, use: "signature" }),
    serial,
  }
}

let content: CpsContent
beforeAll(async () => {
  authority = await openAuthority()
  content = await contentFor(person("9970000042", "FICTIVE-MARTIN"))
})

/** The same card with another file in the place of the one of this identifier. */
function withFile(image: CardImage, changed: Pick<ElementaryFile, "fid" | "content">): CardImage {
  const directories = image.fileSystem.directories.map((directory) => ({
    ...directory,
    files: directory.files.map((file) => (file.fid === changed.fid ? { ...file, ...changed } : file)),
  }))
  return { ...image, fileSystem: { ...image.fileSystem, directories } }
}

const generations: [ReadableCps, () => CardImage][] = [
  ["cps3", () => cps3Image(content)],
  ["cps4", () => cps4Image(content)],
]

describe.each(generations)("%s", (generation, image) => {
  test("is read without its PIN: number, person, profession", async () => {
    const { channel } = channelTo(image())
    expect(await readCps(channel, generation)).toMatchObject({
      kind: "cps",
      generation,
      serial,
      professional: {
        familyName: "FICTIVE-MARTIN",
        givenName: "CAMILLE",
        idNat: { kind: "rpps" },
        profession: { code: "10" },
        test: true,
      } satisfies Partial<Record<keyof Professional, unknown>>,
      reason: null,
    })
  })

  test("sends read-only instructions, no longer read than the card takes, and no P2 of 00 in a SELECT", async () => {
    const { channel, sent } = channelTo(image())
    await readCps(channel, generation)
    for (const hex of sent) {
      const [, instruction = 0, , p2, last] = fromHex(hex)
      expect(isReadOnly(instruction)).toBe(true)
      if (instruction === 0xa4) expect([0x04, 0x0c]).toContain(p2)
      if (instruction === 0xb0) expect(last).toBeLessThanOrEqual(0xe7)
    }
  })

  test("certificates in the other order, the one for authentication is taken by its key usage", async () => {
    const turned = { ...content, authentication: content.signature, signature: content.authentication }
    const { channel } = channelTo(cps3Image(turned))
    expect(await readCps(channel, "cps3")).toMatchObject({ professional: { familyName: "FICTIVE-MARTIN" } })
  })

  test("one certificate damaged, the other one tells", async () => {
    const { channel } = channelTo(withFile(image(), { fid: 0xa002, content: fromHex("30 82 01 00 FF") }))
    expect(await readCps(channel, generation)).toMatchObject({ professional: { givenName: "CAMILLE" } })
  })

  test("one certificate that the card gives up in its middle, the other one tells", async () => {
    let authentication = false
    const { channel } = channelTo(image(), (hex) => {
      if (hex.includes("A4")) authentication = hex.endsWith("A002")
      return authentication && /^0[01]B000E7/.test(hex) ? fromHex("6581") : null
    })
    expect(await readCps(channel, generation)).toMatchObject({ professional: { givenName: "CAMILLE" } })
  })

  test.each([
    ["both certificates damaged", [0xa001, 0xa002]],
    ["no certificate directory", [0x7005]],
    ["no object directory", [0x5031]],
  ])("%s, is card-unreadable", async (_, fids) => {
    const damaged = fids.reduce((card, fid) => withFile(card, { fid, content: fromHex("FF FF FF") }), image())
    const { channel } = channelTo(damaged)
    await expect(readCps(channel, generation)).rejects.toMatchObject({ code: "card-unreadable" })
  })

  test("another card in its place at the end, is not mixed with it", async () => {
    const other = await contentFor(person("9990000017", "AUTRE"))
    const make = generation === "cps3" ? cps3Image : cps4Image
    const second = new ApduCard(make({ ...other, serial: "11112222" }))
    const { channel } = channelTo(image(), (hex, _card, count) =>
      count > 10 ? second.answer(fromHex(hex)) : null,
    )
    const read = await readCps(channel, generation)
    expect([read.serial, read.professional?.familyName]).toEqual(["11112222", "AUTRE"])
  })

  test("errors, never carry a value of the card", async () => {
    const { channel } = channelTo(
      withFile(withFile(image(), { fid: 0xa001, content: fromHex("30") }), {
        fid: 0xa002,
        content: fromHex("30"),
      }),
    )
    const failure = await readCps(channel, generation).catch((cause: unknown) => cause)
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toMatch(/FICTIVE|99213845/)
  })
})

describe("cps, exchanges", () => {
  test("CPS3, two certificates in the directory, one of four blocks read twice", async () => {
    const { channel, sent } = channelTo(cps3Image(content))
    await readCps(channel, "cps3")
    const blocks = Math.ceil(content.authentication.length / 0xe7)
    // Number 2, object directory 4, certificate directory 4, certificate twice, number again 2.
    expect(sent).toHaveLength(2 + 4 + 4 + 2 * (2 + blocks) + 2)
  })

  test("CPS4, finds its files by the full path, and tries the short one once", async () => {
    const { channel, sent } = channelTo(cps4Image(content))
    await readCps(channel, "cps4")
    const blocks = Math.ceil(content.authentication.length / 0xe7)
    expect(sent).toHaveLength(2 + 2 + 4 + 4 + 2 * (3 + blocks) + 2)
    expect(sent.filter((hex) => hex.startsWith("01A4090402"))).toHaveLength(1)
    for (const hex of sent) expect(hex.slice(0, 2)).toBe("01")
  })
})

describe("cps, quirks", () => {
  test("CPS4 whose application does not answer, is woken as the official library does", async () => {
    let woken = 0
    const { channel, sent } = channelTo(cps4Image(content), (hex) => {
      if (hex.includes("A0000001510000") || hex.includes("8025000001FF0002")) woken++
      return woken < 2 && hex.startsWith("01") && !hex.includes("A000") ? fromHex("6999") : null
    })
    expect(await readCps(channel, "cps4")).toMatchObject({ serial })
    expect(sent).toContain("00A4040C088025000001FF0002")
  })

  test("CPS3 without its serial number, is read and has none", async () => {
    const image = cps3Image(content)
    const master = { ...image.fileSystem.master, files: [] }
    const { channel } = channelTo({ ...image, fileSystem: { ...image.fileSystem, master } })
    expect(await readCps(channel, "cps3")).toMatchObject({
      serial: null,
      professional: { givenName: "CAMILLE" },
    })
  })

  test("a card with a CPS's answer to reset and another issuer, is card-unreadable", async () => {
    const { channel } = channelTo(cps3Image(content), (hex) =>
      hex === "00B09C000C" ? fromHex("5A 0A 80 25 00 00 07 99 21 38 45 0F 90 00") : null,
    )
    await expect(readCps(channel, "cps3")).rejects.toMatchObject({ code: "card-unreadable" })
  })

  test("contactless, with a technical certificate that names nobody, says to insert the card", async () => {
    const technical = await authority.issue({
      subject: [{ C: ["FR"] }, { "2.5.4.3": ["Certificat technique"] }],
      use: "authentication",
    })
    const { channel } = channelTo(cps3ContactlessImage(technical))
    expect(await readCps(channel, "cps3-contactless")).toMatchObject({
      serial: null,
      professional: null,
      reason: "cps-contactless",
    })
  })

  test("another program selects its application between two commands once, is read again and right", async () => {
    for (let at = 1; at <= 20; at++) {
      const { channel } = channelTo(cps3Image(content), (_hex, card, count) => {
        if (count === at) card.answer(fromHex("00A4040C0D E828BD080F8025000001FF0010"))
        return null
      })
      expect(await readCps(channel, "cps3")).toMatchObject({ serial, professional: { givenName: "CAMILLE" } })
    }
  })
})
