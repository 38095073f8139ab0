import { describe, expect, it } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { demonstrationOid } from "../../shared/identity/ins-oid"
import { writeInsDatamatrix } from "../../shared/identity/write-ins-datamatrix"
import { oneInsText } from "./one-ins-text"

const textOf = ({ nir, givenName, familyName, birthDate }: (typeof people)["zoe" | "jeanne"]) => {
  const written = writeInsDatamatrix({
    matricule: nir,
    oid: demonstrationOid,
    birthGivenNames: givenName,
    birthFamilyName: familyName,
    sex: "F",
    birthDate,
    birthPlace: null,
  })
  return "text" in written ? written.text : written.refusal
}
const zoe = textOf(people.zoe)

describe("the one INS datamatrix of a document", () => {
  it("among other codes, and on each page, is the one", () => {
    expect(oneInsText(["0103400930000120", zoe, zoe, "https://example.org"])).toEqual({ text: zoe })
  })

  it("two people's, is refused: never the first of two", () => {
    expect(oneInsText([zoe, textOf(people.jeanne)])).toEqual({ refusal: "several" })
  })

  it("one with a fault beside a right one, is refused too", () => {
    expect(oneInsText([zoe, zoe.slice(0, -4)])).toEqual({ refusal: "several" })
  })

  it("one with a fault alone, is given, so that its fault can be named", () => {
    expect(oneInsText([zoe.slice(0, -4)])).toEqual({ text: zoe.slice(0, -4) })
  })

  it("none, says so", () => {
    expect(oneInsText(["0103400930000120", ""])).toEqual({ refusal: "no-datamatrix" })
  })
})
