import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { scanMark, textOfScan } from "./scan-text"

const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
  scanMark({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...held })

describe("keys of a scanner", () => {
  it.each(["]", "$", "5", "^"])("Ctrl+%s, is the separator as some keyboard types it", (name) => {
    expect(key(name, { ctrlKey: true })).toBe("\u241d")
  })

  it.each(["v", "c", "A", "z"])("Ctrl+%s, stays the person's own shortcut", (name) => {
    expect(key(name, { ctrlKey: true })).toBeNull()
  })

  it.each(["a", "Enter", "Control", "]"])("%s alone, is typed as usual", (name) => {
    expect(key(name)).toBeNull()
  })

  it("any typing, gives a text or a refusal", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 700, unit: "binary" }), (typed) => {
        const read = textOfScan(typed)
        expect("text" in read !== "refusal" in read).toBe(true)
      }),
    )
  })
})
