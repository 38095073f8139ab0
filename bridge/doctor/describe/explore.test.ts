import fc from "fast-check"
import { expect, test } from "vitest"
import { BridgeError } from "../../../shared/protocol/errors"
import { fromHex, toHex } from "../../iso7816/bytes"
import { isReadOnly } from "../../iso7816/read-only"
import { writeTlv } from "../../iso7816/tlv-writer"
import { ApduCard } from "../../training/cards/apdu-card"
import { deck, deckCardIds } from "../../training/cards/deck"
import type { CardImage, ElementaryFile } from "../../training/cards/file-system"
import { applications } from "../../vitale/layout"
import { describeCard, type ExploreOptions } from "./explore"

/** What happens at the nth command (from 1) in place of the card's answer; null lets it answer. */
type Hook = (count: number) => Uint8Array | null

async function described(image: CardImage, hook: Hook = () => null, options?: ExploreOptions) {
  const card = new ApduCard(image)
  const sent: Uint8Array[] = []
  const description = await describeCard(
    async (command) => {
      sent.push(command)
      return hook(sent.length) ?? card.answer(command)
    },
    image.atr,
    options,
  )
  return { description, sent }
}

/** The family card with more files in its application VITALE. */
function withFiles(files: ElementaryFile[]): CardImage {
  const { image } = deck.family
  const directories = image.fileSystem.directories.map((one) => ({ ...one, files: [...one.files, ...files] }))
  return { ...image, fileSystem: { ...image.fileSystem, directories } }
}

const filesOf = (description: Awaited<ReturnType<typeof describeCard>>, name: string) =>
  description.applications.find((one) => one.name === name)?.files.map(({ by }) => by)

test("Vitale card, the holders' templates are found in both ways of writing", async () => {
  const { description } = await described(deck.family.image)
  const master = description.applications.find(({ name }) => name === "MF_VITALE")
  expect(master?.files).toContainEqual({
    by: "sfi 02",
    statusWord: "9000",
    fileType: null,
    size: "32-127",
    content: {
      kind: "tlv",
      objects: [
        {
          tag: "65",
          times: 3,
          inside: [
            { tag: "80", length: "1-31" },
            { tag: "81", length: "1-31" },
            { tag: "82", length: 8 },
          ],
        },
      ],
    },
  })
  expect(filesOf(description, "MF_VITALE")).toEqual(["sfi 02", "fid 2F02", "fid D001"])
})

test.each(["cps-doctor", "cps-nurse"] as const)(
  "%s, the PIN file is noted and its certificates told",
  async (id) => {
    const { description } = await described(deck[id].image)
    const files = description.applications.flatMap((application) => application.files)
    expect(files.find(({ by }) => by === "fid D120")).toMatchObject({
      statusWord: "6982",
      content: { kind: "none" },
    })
    const certificates = files.flatMap(({ content }) =>
      content.kind === "certificate" ? [content.certificate] : [],
    )
    expect(certificates).toMatchObject([
      { keyBits: 2048, keyUsage: ["digitalSignature", "nonRepudiation"], validity: ["UTCTime", "UTCTime"] },
      { keyBits: 2048, keyUsage: ["digitalSignature", "keyEncipherment"] },
    ])
    expect(certificates[0]?.subject.at(-1)?.map(({ oid }) => oid)).toEqual([
      "2.5.4.3 commonName",
      "2.5.4.4 surname",
      "2.5.4.42 givenName",
    ])
  },
)

test.each(deckCardIds)("%s, only reading commands leave, and not more than the limit", async (id) => {
  const { sent, description } = await described(deck[id].image)
  for (const [, instruction = 0] of sent) expect(isReadOnly(instruction)).toBe(true)
  expect(sent.length).toBeLessThan(600)
  expect(description.stopped).toBeNull()
})

test("bank card, not one command is sent to it", async () => {
  const { description, sent } = await described(deck.bank.image)
  expect(sent).toEqual([])
  expect(description).toMatchObject({ kind: "other-french-card", applications: [] })
})

test.each(["unknown", "old-generation", "cps2ter"] as const)(
  "%s, is only called by the names we know",
  async (id) => {
    const { description, sent } = await described(deck[id].image)
    const [select, getResponse] = [0xa4, 0xc0]
    for (const [, instruction = 0] of sent) expect([select, getResponse]).toContain(instruction)
    expect(sent.filter(([, instruction]) => instruction === select)).toHaveLength(8)
    expect(description.applications.every(({ files }) => files.length === 0)).toBe(true)
  },
)

test("a file that is not known, its short and long identifiers are found", async () => {
  const image = withFiles([{ fid: 0xd007, sfi: 0x11, content: fromHex("E5 06 41 01 FF 42 01 FF 00 00") }])
  const { description } = await described(image)
  expect(filesOf(description, "VITALE")).toEqual(["sfi 02", "sfi 11", "fid D002", "fid D007"])
})

test("pointers of a Vitale card, applications and files that it names are told if they answer", async () => {
  const hidden = fromHex("D250000002A1A2A3")
  const pointers = writeTlv(
    0xe0,
    Uint8Array.of(
      ...writeTlv(0xa0, writeTlv(0x82, Uint8Array.of(0, 1, 0, 0, ...hidden))),
      ...writeTlv(0x80, fromHex("46 49 43 48 49 45 52 20 00 01 4A 4B")),
      ...writeTlv(0x80, fromHex("41 42 53 45 4E 54 20 20 00 01 5C 5D")),
    ),
  )
  const image = withFiles([
    { fid: 0x2001, content: pointers },
    { fid: 0x4a4b, content: fromHex("66 0A 80 08 FF FF FF FF FF FF FF FF") },
  ])
  const { description } = await described({
    ...image,
    fileSystem: {
      ...image.fileSystem,
      directories: [...image.fileSystem.directories, { fid: 0x0200, aid: hidden, files: [] }],
    },
  })
  expect(filesOf(description, "VITALE")).toContain("fid 4A4B")
  expect(description.applications.map(({ by }) => by)).toContain(toHex(hidden))
  const told = JSON.stringify(description)
  for (const secret of ["5C5D", "FICHIER", "ABSENT"]) expect(told).not.toContain(secret)
})

test("directories of a CPS, files that they name are told if they answer", async () => {
  const path = (fid: number[]) => writeTlv(0x30, writeTlv(0x04, Uint8Array.from(fid)))
  const { image } = deck["cps-doctor"]
  const directories = image.fileSystem.directories.map((one) => ({
    ...one,
    files: [
      ...one.files,
      { fid: 0x7006, content: writeTlv(0xa7, path([0x3f, 0x00, 0x00, 0x01, 0x4c, 0x4d])) },
      { fid: 0x4c4d, content: fromHex("30 03 0C 01 FF") },
    ],
  }))
  const { description } = await described({ ...image, fileSystem: { ...image.fileSystem, directories } })
  expect(filesOf(description, "CPx IAS")).toContain("fid 4C4D")
})

test("a card pulled out, what was seen before is told and that it is not whole", async () => {
  const { description } = await described(deck.family.image, (count) => {
    if (count > 60) throw new BridgeError("card-removed")
    return null
  })
  expect(description.stopped).toBe("card-removed")
  expect(filesOf(description, "VITALE")).toContain("sfi 02")
})

test("too many exchanges, or too long, the description ends there", async () => {
  expect((await described(deck.family.image, () => null, { exchanges: 20 })).sent).toHaveLength(20)
  const { description } = await described(deck.family.image, () => null, { ms: -1 })
  expect(description).toMatchObject({ stopped: "limit", applications: [] })
})

test("a card that answers anything, is described without an exception", async () => {
  const answers = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 30 })
  const ids = fc.constantFrom("family", "cps-doctor", "cps-nurse", "unknown")
  await fc.assert(
    fc.asyncProperty(ids, answers, fc.nat(120), async (id, said, from) => {
      const { image } = deck[id as "family"]
      const { description } = await described(image, (count) =>
        count < from ? null : (said[count % said.length] ?? null),
      )
      expect(["limit", null]).toContain(description.stopped)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test("the application of a Vitale card is asked first that names files of the others", async () => {
  const { description } = await described(deck.family.image)
  expect(description.applications[0]?.by).toBe(toHex(applications.vitale))
})
