import fc from "fast-check"
import { expect, test } from "vitest"
import { insHeader } from "./ins-datamatrix"
import { hostCharacter, hostVariants, type Typing } from "./keyboard-layouts"
import { readInsScan, undoScannerLayout } from "./scanner-layout"

const message = (family: string, sex = "F") =>
  `${insHeader}S1277010115400329S21.2.250.1.213.1.4.8S3ZOE-MARIE WANDAS4${family}S5${sex}S621-01-1977S701154`
const aMessage = message("D'AQUZAMO", "M")

/** What the host shows: spaces stay, all else goes through the keys. */
const typedAs = (text: string, typing: Typing) =>
  [...text].map((char) => (char === " " ? char : (hostCharacter(char, typing) ?? ""))).join("")

test("scan, scanner QWERTY and host AZERTY, is set right", () => {
  const whole = typedAs(aMessage, { scanner: "qwerty", host: "azerty", capsLock: "off", keypad: false })
  expect(whole.startsWith("ISà&ààà")).toBe(true)
  expect(whole).toContain("Sé&:é:é(à:&:é&\":&:':_")
  expect(whole).toContain("S'DùQAUWQ?O")
  expect(undoScannerLayout(whole)).toMatchObject({ text: aMessage })
  expect(readInsScan(whole)).toMatchObject({ birthFamilyName: "D'AQUZAMO", sex: "M", birthDate: "19770121" })
})

test("scan, scanner AZERTY and host QWERTY, is set right", () => {
  const whole = typedAs(aMessage, { scanner: "azerty", host: "qwerty", capsLock: "off", keypad: false })
  expect(whole).toContain("IS)!))")
  expect(whole).toContain("S@!<@<@%)<!<@!#<!<$<*")
  expect(undoScannerLayout(whole)).toMatchObject({ text: aMessage, typing: { scanner: "azerty" } })
})

test("scan, scanner QWERTY and host AZERTY on a Mac, is set right from the keys by hand", () => {
  const hand: Record<string, string> = {
    "0": "à",
    "1": "&",
    "2": "é",
    "3": '"',
    "4": "'",
    "5": "(",
    "6": "§",
  }
  Object.assign(hand, { "7": "è", "8": "!", "9": "ç", ".": ":", "-": ")", "'": "ù", M: "?" })
  Object.assign(hand, { A: "Q", Q: "A", Z: "W", W: "Z" })
  const typed = [...aMessage].map((char) => hand[char] ?? char).join("")
  expect(undoScannerLayout(typed)).toMatchObject({ text: aMessage, typing: { host: "azerty-mac" } })
})

test.each(hostVariants.map((typing) => [JSON.stringify(typing), typing] as const))(
  "scan, typed as %s, is set right or refused, never read as someone else",
  (_, typing) => {
    const scan = undoScannerLayout(typedAs(aMessage, typing))
    if ("text" in scan) expect(scan.text).toBe(aMessage)
    else expect(scan).toEqual({ refusal: "layout-unclear" })
    const hidesDigits = typing.keypad && typing.scanner === "azerty" && typing.host === "qwerty"
    if (!hidesDigits && typing.capsLock === "off") expect(scan).toHaveProperty("text")
  },
)

test("scan, digits by the keypad, header intact and A and Q swapped, is not taken as it is", () => {
  const whole = typedAs(message("QAWZ"), {
    scanner: "qwerty",
    host: "azerty",
    capsLock: "off",
    keypad: true,
  })
  expect(whole.startsWith("IS01")).toBe(true)
  expect(undoScannerLayout(whole)).toMatchObject({ text: message("QAWZ") })
})

test("scan, apostrophe and hyphen that fall on the digits of the keypad, is unclear", () => {
  const typing = { scanner: "azerty", host: "qwerty", capsLock: "off", keypad: true } as const
  expect(readInsScan(typedAs(aMessage, typing))).toEqual({ refusal: "layout-unclear" })
})

test("scan, right as it is, is left alone, and so is one that only the parser can refuse", () => {
  expect(undoScannerLayout(aMessage)).toEqual({ text: aMessage, typing: "as-is" })
  expect(readInsScan(aMessage.replace("<GS>", ""))).toMatchObject({ sex: "M" })
  expect(readInsScan(aMessage.replace("WANDA", "WANDÂ"))).toEqual({ refusal: "name" })
  expect(readInsScan(aMessage.slice(0, 30))).toEqual({ refusal: "truncated" })
})

test.each([
  ["", "not-a-datamatrix"],
  ["275126322074974", "not-a-datamatrix"],
  ["ISà&ààà", "layout-unclear"],
  ["IS01à&:", "layout-unclear"],
  ["S".repeat(601), "not-a-datamatrix"],
])("scan, « %s », is refused: %s", (typed, refusal) => {
  expect(undoScannerLayout(typed)).toEqual({ refusal })
})

test("scan, any name through any keyboards, comes back or is refused, and no text throws", () => {
  const name = fc.string({ unit: fc.constantFrom(..."AQZWMS-' "), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(name, fc.constantFrom("F", "M"), fc.constantFrom(...hostVariants), (family, sex, typing) => {
      const scan = undoScannerLayout(typedAs(message(family, sex), typing))
      if ("text" in scan) expect(scan.text).toBe(message(family, sex))
    }),
    { numRuns: 1_500 },
  )
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }).map((end) => `ISà&${end}`),
  )
  fc.assert(fc.property(text, (typed) => readInsScan(typed) !== null))
})
