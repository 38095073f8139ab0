import * as fc from "fast-check"
import { expect, test } from "vitest"
import { generatePairingCode, pairingKey, parsePairingCode } from "./pairing-code"

const shown = /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/

test("pairing code, generated, is four groups of four without ambiguous letters", () => {
  const codes = Array.from({ length: 200 }, generatePairingCode)
  for (const code of codes) expect(code).toMatch(shown)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32)
})

test.each([
  ["as shown", "0123-4567-89AB-CDEF"],
  ["lower case", "0123-4567-89ab-cdef"],
  ["no hyphens", "0123456789ABCDEF"],
  ["spaces, a no-break space and a line end", " 0123 4567\u00a089AB CDEF\n"],
  ["typographic dashes", "0123–4567—89AB‑CDEF"],
  ["look-alikes", "OI23-4567-89AB-CDEF"],
  ["another look-alike", "ol23-4567-89ab-cdef"],
])("pairing code, typed with %s, is understood", (_, typed) => {
  expect(parsePairingCode(typed)).toBe("0123-4567-89AB-CDEF")
})

test.each([
  ["empty", ""],
  ["a group missing", "0123-4567-89AB"],
  ["one character too many", "0123-4567-89AB-CDEF0"],
  ["a foreign character", "0123-4567-89AB-CDE!"],
  ["an emoji", "0123-4567-89AB-CDE🙂"],
])("pairing code, %s, is malformed", (_, typed) => {
  expect(() => parsePairingCode(typed)).toThrow("pairing-code-malformed")
})

test("pairing code, any text, is a code or a typed refusal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
      try {
        expect(parsePairingCode(typed)).toMatch(shown)
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: "pairing-code-malformed" })
      }
    }),
  )
})

test("pairing key, is 32 bytes, fixed for a code and different for another", async () => {
  const key = await pairingKey(parsePairingCode("0123-4567-89AB-CDEF"))
  expect(Buffer.from(key).toString("hex")).toBe(
    "98182a31b96e60f120d928592d974b34fc410e68597337bb87726d1ed5a197b1",
  )
  expect(await pairingKey(parsePairingCode("0123-4567-89AB-CDEG"))).not.toEqual(key)
})
