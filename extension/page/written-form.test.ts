// @vitest-environment jsdom
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Holding } from "../portals/vocabulary"
import type { TextControl } from "./controls"
import { isBlank, saysTheSame, writtenForm } from "./written-form"

/** The first field of this HTML. */
function field(html: string): TextControl {
  document.body.innerHTML = html
  return document.querySelector("input,textarea") as TextControl
}

const written = (holding: Holding, value: string, html: string): string => {
  const form = writtenForm(holding, value, field(html))
  return "text" in form ? form.text : form.refusal
}

const nir = "275126322074974"
const grouped = "2 75 12 63 220 749 74"

describe("number, in the form that the field wants", () => {
  it.each([
    ["nothing said", "<input>", nir],
    ["room for spaces alone", '<input maxlength="21">', nir],
    ["room for 15", '<input maxlength="15">', nir],
    ["placeholder in groups", '<input placeholder="1 55 12 55 555 555 55">', grouped],
    ["placeholder drawn in groups", '<input placeholder="_ __ __ __ ___ ___ __" maxlength="21">', grouped],
    ["placeholder in groups, room for 15", '<input placeholder="1 55 12 55 555 555 55" maxlength="15">', nir],
    ["pattern in groups", '<input pattern="\\d( \\d\\d){3}( \\d{3}){2} \\d\\d">', grouped],
    ["pattern of digits", '<input pattern="[0-9AB]{15}" placeholder="1 55 12 55 555 555 55">', nir],
    ["at least 21 characters", '<input minlength="21">', grouped],
    ["pattern of something else", '<input pattern="[a-z]+">', "field-other-kind"],
    ["pattern that is none", '<input pattern="(">', nir],
    ["13 and a key", '<input maxlength="13"> <input maxlength="2">', "field-too-short"],
    ["13 and a key, no length said", "<input> <input>", "field-other-kind"],
    ["two named fields side by side", '<input placeholder="NIR"> <input placeholder="Nom">', nir],
    ["date field", '<input type="date">', "field-other-kind"],
  ])("%s", (_name, html, text) => {
    expect(written("patient.nir", nir, html)).toBe(text)
  })

  it("Corsican, letter in a field for numbers, is refused", () => {
    expect(written("patient.nir", "180032B02040123", '<input type="number">')).toBe("field-other-kind")
  })
})

describe("date, in the form that the field wants", () => {
  it.each([
    ["nothing said", "<input>", "31/12/1975"],
    ["date field", '<input type="date">', "1975-12-31"],
    ["placeholder with dashes", '<input placeholder="JJ-MM-AAAA">', "31-12-1975"],
    ["placeholder without marks", '<input placeholder="jjmmaaaa" maxlength="8">', "31121975"],
    ["pattern with dots", '<input pattern="\\d\\d\\.\\d\\d\\.\\d{4}">', "31.12.1975"],
    ["mask", '<input value="__/__/____" placeholder="__/__/____">', "31/12/1975"],
    ["room for 8, no form said", '<input maxlength="8">', "field-too-short"],
    ["day, month and year apart", "<input> / <input> / <input>", "field-other-kind"],
    [
      "day, month and year apart, by size",
      '<input size="2"><input size="2"><input size="4">',
      "field-other-kind",
    ],
    ["day alone, by placeholder", '<input placeholder="JJ">', "field-other-kind"],
    ["day in a field, month in a list", "<input> <select></select>", "field-other-kind"],
  ])("%s", (_name, html, text) => {
    expect(written("patient.birthDate", "19751231", html)).toBe(text)
  })
})

describe("never cut", () => {
  it("whatever the length of the field, the value is whole or refused", () => {
    const holdings: Holding[] = ["patient.nir", "patient.familyName", "card.serial", "patient.birthYear"]
    fc.assert(
      fc.property(
        fc.constantFrom(...holdings),
        fc.stringMatching(/^[0-9]{1,21}$/),
        fc.nat(25),
        (holding, value, max) => {
          const form = writtenForm(holding, value, field(`<input maxlength="${max}">`))
          if ("refusal" in form) expect(value.length).toBeGreaterThan(max)
          else expect([form.text.length <= max, saysTheSame(holding, form.text, value)]).toEqual([true, true])
        },
      ),
    )
  })
})

describe("blank", () => {
  it.each(["", "  ", "__/__/____", "_ __ __ __ ___ ___ __", "  /  /    "])("« %s » holds nothing", (text) => {
    expect(isBlank("patient.nir", text)).toBe(true)
  })

  it.each(["0", "__/12/____", "D'", "N"])("« %s » holds something", (text) => {
    expect(isBlank("patient.nir", text)).toBe(false)
  })

  it("words of a person, a dash is not nothing and says not the same as none", () => {
    expect([isBlank("document.title", "-"), isBlank("document.title", "  ")]).toEqual([false, true])
    expect(saysTheSame("document.title", "A-B", "AB")).toBe(false)
    expect(saysTheSame("document.comment", "a\r\nb", "a\nb")).toBe(true)
  })
})
