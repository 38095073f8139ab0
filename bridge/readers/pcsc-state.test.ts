import { expect, test } from "vitest"
import { fromHex } from "../iso7816/bytes"
import { changes, nothingSeen } from "./pcsc-state"

const atr = fromHex("3B 75 13 00 00 45 09 EA 90 00")
const none = fromHex("")
const [empty, present, presentInUse, presentMute] = [0x12, 0x22, 0x122, 0x222]

/** What a slot says to this sequence of states. */
function told(...states: [state: number, atr: Uint8Array][]): string[] {
  let seen = nothingSeen
  return states.flatMap(([state, bytes]) => {
    const { now, events } = changes("slot", seen, state, bytes)
    seen = now
    return events.map(({ type }) => type)
  })
}

test("state, card in, used by others, out, is said once each", () => {
  const count = 1 << 16
  expect(
    told([empty, none], [present + count, atr], [presentInUse + count, atr], [present + count, atr]),
  ).toEqual(["card-inserted"])
  expect(told([present + count, atr], [empty + 2 * count, none])).toEqual(["card-inserted", "card-removed"])
})

test("state, card swapped between two looks, is another stay by the service's counter", () => {
  expect(told([present + (1 << 16), atr], [present + (3 << 16), atr])).toEqual([
    "card-inserted",
    "card-removed",
    "card-inserted",
  ])
})

test("state, mute card that wakes up, is inserted then", () => {
  expect(told([presentMute, none], [present, atr])).toEqual(["card-mute", "card-removed", "card-inserted"])
})

test("state, counter that wrapped around, is read unsigned", () => {
  expect(told([-0x10000 + present, atr], [-0x10000 + presentInUse, atr])).toEqual(["card-inserted"])
})
