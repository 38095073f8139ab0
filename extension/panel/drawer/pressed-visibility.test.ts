import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Visibility, visibilities } from "../../../shared/documents/visibility"
import { problemsOfVisibility } from "../../../shared/documents/visibility-rules"
import { afterPress } from "./pressed-visibility"

describe("pressing a choice of visibility", () => {
  it("hidden from professionals after hidden from the patient, takes its place", () => {
    expect(afterPress("not-professionals", ["not-patient"], "adult")).toEqual(["not-professionals"])
  })

  it("hidden from the representatives of a minor, stands beside hidden from the patient", () => {
    expect(afterPress("not-representatives", ["not-patient"], "minor")).toEqual([
      "not-patient",
      "not-representatives",
    ])
  })

  it("hidden from the representatives of an adult, is not taken", () => {
    expect(afterPress("not-representatives", ["visible"], "adult")).toEqual(["visible"])
  })

  it("choice pressed twice, is taken back", () => {
    expect(afterPress("visible", ["visible"], "adult")).toEqual([])
  })

  it("any presses, never make choices that exclude each other", () => {
    const presses = fc.array(fc.constantFrom(...visibilities))
    const minorities = fc.constantFrom("minor" as const, "adult" as const, "cannot-tell" as const)
    fc.assert(
      fc.property(presses, minorities, (pressed, minority) => {
        let chosen: readonly Visibility[] = []
        for (const choice of pressed) chosen = afterPress(choice, chosen, minority)
        const problems = problemsOfVisibility(chosen, minority)
        for (const bad of ["visibility-exclusive", "visibility-not-alone", "visibility-adult"] as const)
          expect(problems).not.toContain(bad)
      }),
    )
  })
})
