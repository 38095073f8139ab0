import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromHex, toHex } from "../../iso7816/bytes"
import { ApduCard } from "./apdu-card"
import { type CardHabits, type CardImage, masterFid, usualHabits } from "./file-system"

const image = (habits: CardHabits = usualHabits): CardImage => ({
  atr: fromHex("3B 00"),
  habits,
  fileSystem: {
    master: {
      fid: masterFid,
      aid: fromHex("A0 00 00 00 01"),
      files: [{ fid: 0xd001, sfi: 2, content: fromHex("01 02 03 04 05 06") }],
    },
    directories: [
      {
        fid: 0x0100,
        aid: fromHex("A0 00 00 00 02 FF"),
        files: [
          { fid: 0x2001, sfi: 1, content: fromHex("AA BB") },
          { fid: 0x2002, sfi: 3, content: fromHex("CC"), protected: true },
        ],
      },
    ],
  },
})

/** What the card says to the last of these commands. */
function says(commands: readonly string[], habits?: CardHabits): string {
  const card = new ApduCard(image(habits))
  return commands.map((command) => toHex(card.answer(fromHex(command)))).at(-1) ?? ""
}

describe("card, T=0", () => {
  test.each<[string, string[], string]>([
    ["SELECT by name", ["00A4040006A000000002FF"], "6111"],
    ["SELECT by the start of a name", ["00A4040005A000000002"], "6111"],
    ["GET RESPONSE after a SELECT", ["00A4000002D001", "00C000000D"], "6F0B800200068201018302D0019000"],
    ["GET RESPONSE of a wrong length", ["00A4000002D001", "00C0000050"], "6C0D"],
    ["GET RESPONSE after another command", ["00A4000002D001", "00B0000006", "00C000000D"], "6985"],
    ["SELECT without information", ["00A4040C06A000000002FF"], "9000"],
    ["READ by offset", ["00A4000002D001", "00B0000202"], "03049000"],
    ["READ by short identifier", ["00B0820003"], "0102039000"],
    ["READ after a READ by short identifier", ["00B0820001", "00B0000501"], "069000"],
    ["READ beyond the end", ["00B0820000"], "6C06"],
    ["READ from past the end", ["00B0820006", "00B0000601"], "6B00"],
    ["READ of a file in the directory selected by path", ["00A4080004 0100 2001", "00B0000002"], "AABB9000"],
    [
      "SELECT by path from the current directory",
      ["00A4000002 0100", "00A4090002 2001", "00B0000001"],
      "AA9000",
    ],
    ["SELECT of a file in another directory", ["00A4000002 2001"], "6A82"],
    ["SELECT back to the master file", ["00A4000002 0100", "00A4000002 3F00", "00B0820001"], "019000"],
    ["READ without a current file", ["00B0000001"], "6986"],
    ["READ of an unknown short identifier", ["00B0890001"], "6A82"],
    ["READ of a protected file", ["00A4040006A000000002FF", "00B0830001"], "6982"],
    ["SELECT of an unknown name", ["00A4040005A000000003"], "6A82"],
    ["SELECT with an unknown P1", ["00A4050002D001"], "6A86"],
    ["SELECT with an unknown P2", ["00A4000102D001"], "6A86"],
    ["SELECT with an odd path", ["00A4080003010020"], "6700"],
    ["a length that does not fit", ["00A4000005D001"], "6700"],
    ["READ with data", ["00B0000001AA"], "6700"],
    ["another instruction", ["0020000000"], "6D00"],
    ["another class", ["A0A4000002D001"], "6E00"],
    ["too short a command", ["00A4"], "6700"],
  ])("%s", (_, commands, answer) => {
    expect(says(commands)).toBe(answer)
  })
})

describe("card, T=1", () => {
  test.each<[string, 0x9000 | 0x6282, string[], string]>([
    ["SELECT that asks for information", 0x9000, ["00A4000002D00100"], "6F0B800200068201018302D0019000"],
    ["SELECT that asks for none", 0x9000, ["00A4000002D001"], "9000"],
    ["READ beyond the end, short", 0x9000, ["00B0820000"], "0102030405069000"],
    ["READ beyond the end, with warning", 0x6282, ["00B0820000"], "0102030405066282"],
  ])("%s", (_, shortRead, commands, answer) => {
    expect(says(commands, { transport: "T=1", shortRead })).toBe(answer)
  })
})

describe("card, habits of a CPS", () => {
  const cps3: CardHabits = { ...usualHabits, refusesP2Zero: true, pathsFromMaster: true, maxReadBytes: 0xe7 }

  test.each<[string, string[], string]>([
    ["SELECT with P2 = 00", ["00A4040006A000000002FF"], "6A86"],
    ["SELECT with P2 = 0C", ["00A4040C06A000000002FF"], "9000"],
    ["SELECT with P2 = 04", ["00A4040406A000000002FF"], "6111"],
    ["a path without 3F00", ["00A4090402D001"], "6A82"],
    ["a path with 3F00", ["00A40904043F00D001", "00B0000002"], "01029000"],
    ["a path with 3F00 through a directory", ["00A40904063F0001002001", "00B0000002"], "AABB9000"],
    ["READ of more than it gives at once", ["00B08200E8"], "6700"],
    ["READ of as much as it gives", ["00B08200E7"], "6C06"],
    ["the second channel, which it has not", ["01A4040C06A000000002FF"], "6E00"],
  ])("%s", (_, commands, answer) => {
    expect(says(commands, cps3)).toBe(answer)
  })

  const cps4: CardHabits = { ...usualHabits, secondChannel: true }

  test.each<[string, string[], string]>([
    ["READ on the second channel before a SELECT", ["01B0820001"], "6881"],
    ["SELECT by identifier on it before one by name", ["01A40000020100"], "6881"],
    ["READ on it after a SELECT by name", ["01A4040C06A000000002FF", "01B0810002"], "AABB9000"],
    ["READ on the first channel, which is where it was", ["01A4040C06A000000002FF", "00B0820001"], "019000"],
    ["the third channel", ["02B0820001"], "6E00"],
  ])("%s", (_, commands, answer) => {
    expect(says(commands, cps4)).toBe(answer)
  })
})

test("card, after a reset, has forgotten what was selected", () => {
  const card = new ApduCard(image())
  card.answer(fromHex("00A40000020100"))
  card.reset()
  expect(toHex(card.answer(fromHex("00B0820001")))).toBe("019000")
})

test("card, any commands, get a status word each and no exception", () => {
  const header = fc.tuple(
    fc.constantFrom(0, 0xa0),
    fc.constantFrom(0xa4, 0xb0, 0xc0, 0x20),
    fc.nat(255),
    fc.nat(255),
  )
  const command = fc.oneof(
    fc.uint8Array({ maxLength: 270 }),
    fc
      .tuple(header, fc.uint8Array({ maxLength: 20 }))
      .map(([start, rest]) => Uint8Array.from([...start, ...rest])),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 5 }), (commands) => {
      const card = new ApduCard(image())
      for (const one of commands) {
        const answer = card.answer(one)
        expect(answer.length).toBeGreaterThanOrEqual(2)
        expect(answer.length).toBeLessThanOrEqual(258)
      }
    }),
    { numRuns: 3_000 },
  )
})
