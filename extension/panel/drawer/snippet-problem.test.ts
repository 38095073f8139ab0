import { describe, expect, it } from "vitest"
import type { Traits } from "../../../shared/identity/traits"
import { maxSnippets, snippetProblem } from "./snippet-problem"

const zoe: Traits = { source: "vitale", familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" }

describe("sentence of one's own", () => {
  it.each([
    ["", "empty"],
    ["x".repeat(501), "too-long"],
    ["Vu ce jour Mme Adrun pour une toux.", "names-patient"],
    ["Revue le 12/03/2026 en consultation.", "date"],
    ["À rappeler au 06 12 34 56 78.", "number"],
    ["NIR 2751263220749", "number"],
    ["Examen clinique sans particularité, TA 12/7.", null],
    ["Paracétamol 1 g 3 fois par jour pendant 5 jours.", null],
  ])("« %s », is kept or refused by name", (sentence, problem) => {
    expect(snippetProblem(sentence, [zoe], 0)).toBe(problem)
  })

  it("one more than are kept, is refused", () => {
    expect(snippetProblem("Bonjour", [], maxSnippets)).toBe("too-many")
  })
})
