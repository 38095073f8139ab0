import { describe, expect, it } from "vitest"
import en from "../locales/en/messages.json"
import fr from "../locales/fr/messages.json"
import { dayIn, textIn, typeset } from "./text"

const french = textIn("fr", fr)
const english = textIn("en", en)

describe("sentences", () => {
  it("values, are put in their place; what has none stays seen", () => {
    expect(french("guide_where", { guide: "Alimenter le DMP", step: 4, of: 12 })).toBe(
      "Alimenter le DMP · étape 4 sur 12",
    )
    expect(french("guide_steps_count")).toContain("{count}")
  })

  it("spaces of French typography, never break a line", () => {
    expect(typeset("Étape « A » : oui ?")).toBe("Étape «\u00a0A\u00a0»\u00a0: oui\u00a0?")
  })

  it.each([
    [0, "Aucun champ rempli", "No field filled"],
    [1, "1 champ rempli", "1 field filled"],
    [2, "2 champs remplis", "2 fields filled"],
  ])("%i fields, are counted as each language does", (count, inFrench, inEnglish) => {
    expect(french.count("receipt_filled", count)).toBe(inFrench)
    expect(english.count("receipt_filled", count)).toBe(inEnglish)
  })

  it("no year at all is singular in French and plural in English", () => {
    expect(french.count("age", 0, { age: 0 })).toBe("0 an")
    expect(english.count("age", 0, { age: 0 })).toBe(en.age.message.replace("{age}", "0"))
  })

  it("day, is written as the language does, and is the day in France", () => {
    expect(dayIn("fr", "2027-01-31T22:59:59Z")).toBe("31 janvier 2027")
    expect(dayIn("en", "2027-01-31T23:30:00Z")).toBe("February 1, 2027")
    expect(dayIn("fr", "2026-11-24")).toBe("24 novembre 2026")
    expect([dayIn("fr", "2027-03-01"), dayIn("fr", "2027-03-11")]).toEqual(["1er mars 2027", "11 mars 2027"])
    expect(dayIn("fr", "2026-99-99")).toBe("2026-99-99")
  })
})
