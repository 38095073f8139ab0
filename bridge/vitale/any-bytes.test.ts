import fc from "fast-check"
import { expect, test } from "vitest"
import { holderSchema, maxUnknownTags, unknownTagSchema } from "../../shared/cards/vitale"
import { nearMisses } from "../../test/fuzz/near-misses"
import { runs } from "../../test/fuzz/runs"
import { fromHex } from "../iso7816/bytes"
import { writeTlv } from "../iso7816/tlv-writer"
import { people } from "../training/cards/deck"
import { vitaleImage } from "../training/cards/vitale-image"
import { recogniseAtr } from "./atr"
import { bounds, serialIssuer, tags } from "./layout"
import { pairByRank } from "./pair-holders"
import { parseIdentities } from "./parse-identities"
import { parseNirs } from "./parse-nirs"
import { unknownTags, validityStart } from "./parse-rest"
import { parseSerial } from "./parse-serial"

// Whatever the files of a card hold: whole and well-formed, or a refusal, and never an exception.

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

const atr = "3B 75 13 00 00 45 09 EA 90 00"
const { fileSystem } = vitaleImage({ atr, holders: Object.values(people), serial: "01024576124" })
const content = (bytes: Uint8Array | undefined) => bytes ?? new Uint8Array()
const identityFile = content(fileSystem.master.files[0]?.content)
const serialFile = content(fileSystem.master.files[1]?.content)
const nirFile = content(fileSystem.directories[0]?.files[0]?.content)
const validity = writeTlv(tags.card, writeTlv(tags.cardValidFrom, ascii("20150101")))
const richFile = join(validity, writeTlv(0x5f20, ascii("?")), identityFile)

/** Bytes that begin like a holder or hold one of its objects, to get past the first byte. */
const anyFile = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.uint8Array({ maxLength: 120 }).map((value) => writeTlv(tags.holder, value)),
  fc.uint8Array({ maxLength: 40 }).map((value) => writeTlv(tags.card, value)),
  fc
    .array(fc.tuple(fc.constantFrom(0x80, 0x81, 0x82, 0x93), fc.uint8Array({ maxLength: 40 })), {
      maxLength: 4,
    })
    .map((objects) => writeTlv(tags.holder, join(...objects.map(([tag, value]) => writeTlv(tag, value))))),
)
const anySerial = fc.oneof(
  anyFile,
  fc.uint8Array({ maxLength: 12 }).map((value) => writeTlv(tags.serial, value)),
  fc
    .uint8Array({ minLength: 6, maxLength: 6 })
    .map((end) => writeTlv(tags.serial, join(fromHex(serialIssuer), end))),
)

function wholeHolders(bytes: Uint8Array): void {
  const parsed = parseIdentities(bytes)
  if (!parsed.ok) return
  expect(parsed.value.length).toBeGreaterThan(0)
  expect(parsed.value.length).toBeLessThanOrEqual(bounds.holders)
  for (const holder of parsed.value) {
    expect(holderSchema.safeParse({ rank: 1, nir: null, ...holder }).success).toBe(true)
    expect(holder.familyName).toMatch(/\p{L}/u)
    expect(holder.familyName + holder.givenName).not.toMatch(/\p{Cc}/u)
  }
}

function rightNumbers(bytes: Uint8Array): void {
  const parsed = parseNirs(bytes)
  if (parsed.ok) for (const nir of parsed.value) expect(nir ?? "000000000000000").toMatch(/^[0-9AB]{15}$/)
}

function elevenDigits(bytes: Uint8Array): void {
  expect(parseSerial(bytes) ?? "00000000000").toMatch(/^\d{11}$/)
}

function tagsAndDay(bytes: Uint8Array): void {
  const found = unknownTags("nir", bytes)
  expect(found.length).toBeLessThanOrEqual(maxUnknownTags)
  expect(found.every((one) => unknownTagSchema.safeParse(one).success)).toBe(true)
  expect(validityStart([bytes]) ?? "00000000").toMatch(/^\d{8}$/)
}

test("identity file, any bytes, give whole holders or a refusal", () => {
  fc.assert(fc.property(anyFile, wholeHolders), runs(3_000))
})
test("identity file, near misses, give whole holders or a refusal", () => {
  fc.assert(fc.property(nearMisses(identityFile), wholeHolders), runs(3_000))
})

test("NIR file, any bytes, give right numbers, nulls or a refusal", () => {
  fc.assert(fc.property(anyFile, rightNumbers), runs(3_000))
})
test("NIR file, near misses, give right numbers, nulls or a refusal", () => {
  fc.assert(fc.property(nearMisses(nirFile), rightNumbers), runs(3_000))
})
test("NIR file, near misses, one character of one number changed, are refused by its key", () => {
  const places = Array.from(nirFile.keys()).filter((at) =>
    /[0-9AB]/.test(String.fromCharCode(nirFile[at] ?? 0)),
  )
  const inNumbers = places.filter((at) => insideNumber(at))
  expect(inNumbers).toHaveLength(15 * Object.keys(people).length)
  fc.assert(
    fc.property(fc.constantFrom(...inNumbers), fc.nat({ max: 255 }), (at, byte) => {
      fc.pre(nirFile[at] !== byte)
      const parsed = parseNirs(nirFile.map((old, place) => (place === at ? byte : old)))
      expect(parsed).toEqual({ ok: false, refusal: "nir" })
    }),
    runs(3_000),
  )
})

/** Each holder's template is `65 11 93 0F` and fifteen characters. */
function insideNumber(at: number): boolean {
  return at % 19 >= 4 && at < 19 * Object.keys(people).length
}

test("pairing, near misses in either file, give as many holders as numbers or a refusal", () => {
  fc.assert(
    fc.property(nearMisses(identityFile), nearMisses(nirFile), (identities, nirs) => {
      const [who, numbers] = [parseIdentities(identities), parseNirs(nirs)]
      if (!who.ok || !numbers.ok) return
      const paired = pairByRank(who.value, numbers.value)
      expect(paired.ok).toBe(who.value.length === numbers.value.length)
      if (paired.ok) expect(paired.value.map(({ nir }) => nir)).toEqual(numbers.value)
    }),
    runs(3_000),
  )
})

test("serial file of a Vitale card, any bytes, give 11 digits or null", () => {
  fc.assert(fc.property(anySerial, elevenDigits), runs(3_000))
})
test("serial file of a Vitale card, near misses, give 11 digits or null", () => {
  fc.assert(fc.property(nearMisses(serialFile), elevenDigits), runs(3_000))
})

test("unknown tags and validity, any bytes, give few tags and eight digits or nothing", () => {
  fc.assert(fc.property(anyFile, tagsAndDay), runs(3_000))
})
test("unknown tags and validity, near misses, give few tags and eight digits or nothing", () => {
  fc.assert(fc.property(nearMisses(richFile), tagsAndDay), runs(3_000))
})

test("ATR of a Vitale card, any bytes, are one only in the documented length", () => {
  const documented = (bytes: Uint8Array) => {
    const lengths = { "vitale-2": 10, "vitale-1": 9, unknown: bytes.length }
    expect(bytes).toHaveLength(lengths[recogniseAtr(bytes)])
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 33 }), documented), runs(3_000))
})
test("ATR of a Vitale card, near misses, are one only with the documented bytes", () => {
  fc.assert(
    fc.property(nearMisses(fromHex(atr)), (bytes) => {
      const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
      expect(recogniseAtr(bytes) === "vitale-2").toBe(/^3b751300004[3-9]09[ef]a9000$/.test(hex))
    }),
    runs(3_000),
  )
})
