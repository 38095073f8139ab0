import { expect, test } from "vitest"
import { agreeOnProtocol } from "./agreement"

test.each([
  ["the same range", { min: 1, max: 1 }, { min: 1, max: 1 }, 1],
  ["overlapping ranges", { min: 1, max: 3 }, { min: 2, max: 5 }, 3],
  ["a bridge that stopped before", { min: 1, max: 1 }, { min: 2, max: 3 }, "bridge-too-old"],
  ["an extension that stopped before", { min: 4, max: 5 }, { min: 1, max: 3 }, "extension-too-old"],
])("protocol, %s, agree on %j and %j as expected", (_, bridge, extension, expected) => {
  expect(agreeOnProtocol({ bridge, extension })).toBe(expected)
})
