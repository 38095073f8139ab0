import * as fc from "fast-check"
import { expect, test } from "vitest"
import { fromBase64url, toBase64url } from "./base64url"

test("base64url, any bytes, come back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString("base64url"))
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes))
    }),
  )
})

test.each(["a", "a=", "aa==", "a+aa", "a/aa", "é", "aa aa", "ab"])("base64url, %j, is refused", (text) => {
  expect(fromBase64url(text)).toBeNull()
})
