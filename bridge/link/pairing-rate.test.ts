import { expect, test } from "vitest"
import { generatePairingCode } from "../../shared/protocol/pairing-code"
import { PairingRate, triesAMinute } from "./pairing-rate"
import { TestLink } from "./test-link"

test("pairing rate, ten tries in a minute, are all; a minute after the first one more is allowed", () => {
  let now = 5_000
  const rate = new PairingRate(() => now)
  const times = (count: number) => Array.from({ length: count }, () => rate.allows())
  expect(times(triesAMinute)).not.toContain(false)
  expect(times(1_000)).not.toContain(true)
  now += 59_999
  expect(rate.allows()).toBe(false)
  now += 1
  expect(times(triesAMinute)).not.toContain(false)
  expect(rate.allows()).toBe(false)
})

test("link, a program that guesses faster than a person, is refused like everybody and no longer heard", async () => {
  const link = await TestLink.start()
  try {
    for (let guess = 0; guess < triesAMinute + 2; guess += 1) {
      const browser = link.browse({ credential: { key: "code", code: generatePairingCode() } })
      expect(await browser.end()).toEqual({ what: "closed", code: 4403 })
    }
    expect(new Set(link.reasons())).toEqual(new Set(["key-unknown", "tried-too-often"]))
    // The right code too: or its refusal would tell a guesser which one it is.
    const right = link.browse({ credential: { key: "code", code: await link.pairing.offer() } })
    expect(await right.end()).toEqual({ what: "closed", code: 4403 })
    // Who is paired is no guesser.
    await link.served(await link.pairedClient())
  } finally {
    await link.stop()
  }
})
