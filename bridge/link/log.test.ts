import { expect, test } from "vitest"
import { unexpected } from "./log"

test("log, a defect, says its class and place and not its message", () => {
  const line = JSON.stringify(unexpected(new TypeError("can't read ADRUN ZOE 275126322074974")))
  expect(line).toContain("TypeError")
  expect(line).toMatch(/log\.test\.ts:\d+:\d+/)
  expect(line).not.toContain("ADRUN")
})

test.each([["a string"], [null], [undefined], [{ name: "ADRUN" }]])(
  "log, %j thrown, is a defect without its value",
  (thrown) => {
    expect(unexpected(thrown)).toEqual({ event: "unexpected", error: typeof thrown, place: "unknown" })
  },
)

test("log, an error whose message looks like a place, gives no part of the message", () => {
  const error = new Error("x\n    at ADRUN (ZOE:1:2)")
  expect(JSON.stringify(unexpected(error))).not.toContain("ZOE")
})
