import { describe, expect, test } from "vitest"
import type { Transmit } from "../readers/port"
import { type Apdu, readBinary, selectByAid } from "./apdu"
import { fromHex, toHex } from "./bytes"
import { CardChannel } from "./card-channel"

/** A card that says these answers in order, whatever it is asked; `sent` is what it was asked. */
function scripted(...answers: string[]): { transmit: Transmit; sent: string[] } {
  const sent: string[] = []
  const transmit: Transmit = async (command) => {
    sent.push(toHex(command))
    return fromHex(answers.shift() ?? "6F00")
  }
  return { transmit, sent }
}

describe("channel, T=0", () => {
  test("61xx, is followed with GET RESPONSE until all has come", async () => {
    const { transmit, sent } = scripted("6102", "41426101", "439000")
    const answer = await new CardChannel(transmit).send(readBinary(0))
    expect(toHex(answer.data)).toBe("414243")
    expect(answer.statusWord).toBe(0x9000)
    expect(sent).toEqual(["00B0000000", "00C0000002", "00C0000001"])
  })

  test("6Cxx, a command that asked for data, is sent again with the exact length", async () => {
    const { transmit, sent } = scripted("6C03", "4142439000")
    expect(toHex((await new CardChannel(transmit).send(readBinary(0))).data)).toBe("414243")
    expect(sent).toEqual(["00B0000000", "00B0000003"])
  })

  test("6Cxx, a SELECT, is not sent again: its last byte is part of a name", async () => {
    const { transmit, sent } = scripted("6C10")
    expect(await new CardChannel(transmit).send(selectByAid(fromHex("D250000002")))).toMatchObject({
      statusWord: 0x6c10,
    })
    expect(sent).toHaveLength(1)
  })

  test("6Cxx again and again, is asked once more and no further", async () => {
    const { transmit, sent } = scripted("6C03", "6C03", "6C03")
    expect((await new CardChannel(transmit).send(readBinary(0))).statusWord).toBe(0x6c03)
    expect(sent).toHaveLength(2)
  })

  test("61xx without end, is given up", async () => {
    const transmit: Transmit = async () => fromHex("41 61 01")
    await expect(new CardChannel(transmit).send(readBinary(0))).resolves.toMatchObject({ statusWord: 0x6101 })
  })

  test("SELECT answered 61xx, is a yes and costs one exchange", async () => {
    const { transmit, sent } = scripted("611E")
    expect(await new CardChannel(transmit).select(selectByAid(fromHex("D250000002")))).toBe(true)
    expect(sent).toHaveLength(1)
  })

  test.each(["6A82", "6A86", "6982", "6E00"])("SELECT answered %s, is a no", async (word) => {
    expect(await new CardChannel(scripted(word).transmit).select(selectByAid(fromHex("D250000002")))).toBe(
      false,
    )
  })
})

describe("channel, what may leave it", () => {
  test("any instruction but SELECT, READ BINARY and GET RESPONSE, is never sent", async () => {
    const { transmit, sent } = scripted("9000")
    const channel = new CardChannel(transmit)
    const readOnly = new Set([0xa4, 0xb0, 0xc0])
    for (let ins = 0; ins < 256; ins++) {
      if (readOnly.has(ins)) continue
      const command = { ...readBinary(0), ins } as Apdu
      await expect(channel.send(command)).rejects.toMatchObject({ code: "internal" })
      await expect(channel.select(command)).rejects.toMatchObject({ code: "internal" })
    }
    expect(sent).toEqual([])
  })
})

describe("channel, faults", () => {
  test.each([
    ["no byte at all", ""],
    ["one byte", "90"],
    ["more data than asked for", "4142439000"],
  ])("an answer of %s, is card-unreadable", async (_, hex) => {
    const transmit: Transmit = async () => fromHex(hex)
    await expect(new CardChannel(transmit).send(readBinary(0, 2))).rejects.toMatchObject({
      code: "card-unreadable",
    })
  })

  test("a card that never answers, is card-timeout", async () => {
    const transmit: Transmit = () => new Promise(() => undefined)
    await expect(new CardChannel(transmit, { exchangeMs: 20 }).send(readBinary(0))).rejects.toMatchObject({
      code: "card-timeout",
    })
  })

  test("the end of the stay during an exchange, is card-removed at once", async () => {
    const stay = new AbortController()
    const transmit: Transmit = () => new Promise(() => undefined)
    const sending = new CardChannel(transmit, { signal: stay.signal }).send(readBinary(0))
    stay.abort()
    await expect(sending).rejects.toMatchObject({ code: "card-removed" })
  })

  test("after the end of the stay, nothing more is sent", async () => {
    const { transmit, sent } = scripted("9000")
    const channel = new CardChannel(transmit, { signal: AbortSignal.abort() })
    await expect(channel.send(readBinary(0))).rejects.toMatchObject({ code: "card-removed" })
    expect(sent).toEqual([])
  })
})
