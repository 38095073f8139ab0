import { describe, expect, it } from "vitest"
import type { FilingState } from "../../shared/documents/prepared"
import { filingRefusal } from "./filing-states"

const states: Record<FilingState["state"], FilingState> = {
  waiting: { state: "waiting" },
  "on-the-form": { state: "on-the-form", at: 1 },
  refused: { state: "refused", at: 1, sentences: ["Le titre est obligatoire."] },
  "to-check": { state: "to-check", at: 1 },
  filed: { state: "filed", at: 1 },
}
const all = Object.keys(states) as FilingState["state"][]

describe("state of a filing", () => {
  it("filed, is followed by nothing, itself included", () => {
    expect(all.map((to) => filingRefusal(states.filed, states[to]))).toEqual(all.map(() => "filed"))
  })

  const from = (to: FilingState["state"]) =>
    all.filter((it) => it !== "filed" && filingRefusal(states[it], states[to]) === null)

  it("refused, is reached from the form; filed also from what a person checked on the portal; never from waiting", () => {
    expect(from("refused")).toEqual(["on-the-form", "refused"])
    expect(from("filed")).toEqual(["on-the-form", "refused", "to-check"])
    expect(filingRefusal(states.waiting, states.filed)).toBe("not-on-the-form")
  })

  it("waiting, is reached from everything that is not filed; the form not from what is still to be checked", () => {
    expect(from("waiting")).toEqual(["waiting", "on-the-form", "refused", "to-check"])
    expect(from("on-the-form")).toEqual(["waiting", "on-the-form", "refused"])
  })
})
