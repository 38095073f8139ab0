import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { givenNameChoices } from "./given-name-choices"
import { firstGivenNameMatches } from "./names"

describe("choices of the given name", () => {
  it("list of names, its starts, three at the most", () => {
    expect(givenNameChoices("ANNE MARIE CLAIRE LOUISE")).toEqual(["ANNE", "ANNE MARIE", "ANNE MARIE CLAIRE"])
  })

  it("one name with a hyphen, is one choice", () => {
    expect(givenNameChoices("JEAN-PIERRE")).toEqual(["JEAN-PIERRE"])
  })

  it("each choice, is one that the rule for the first given name takes", () => {
    const word = fc.stringMatching(/^[A-Z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const list = words.join(" ")
        for (const choice of givenNameChoices(list)) expect(firstGivenNameMatches(choice, list)).toBe(true)
      }),
    )
  })
})
