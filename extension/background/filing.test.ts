import { describe, expect, it } from "vitest"
import type { DocumentTraits } from "../../shared/documents/traits"
import { portalView } from "../../test/portal-view"
import { filingView, preparedAfter } from "./filing"

const traits: DocumentTraits = {
  content: "compte-rendu.pdf",
  type: "CR d'imagerie médicale",
  title: "Radio du genou",
  date: "24/11/2026",
  comment: "",
  visibility: "visible",
}
const page = (id: string | null, filing: DocumentTraits | null = null) =>
  portalView({ page: id, reason: id === null ? "page-unknown" : null, showsPatient: true }, { filing })
const prepared = { patient: "zoe", traits }

describe("the document about to be filed", () => {
  it("form, is remembered as it stood last, over its synthesis and an error, for its patient", () => {
    const form = preparedAfter(null, page("webps.add-document", traits), "zoe")
    expect(form).toEqual(prepared)
    expect(preparedAfter(form, page("webps.synthesis", traits), "zoe")).toEqual(prepared)
    expect(preparedAfter(form, page(null), "zoe")).toEqual(prepared)
    expect(preparedAfter(form, { state: "no-portal" }, "zoe")).toEqual(prepared)
  })

  it.each([["webps.dashboard"], ["webps.search"], ["webps.filed"], ["mes.home"]])(
    "%s reached, forgets it",
    (id) => expect(preparedAfter(prepared, page(id), "zoe")).toBeNull(),
  )

  it("another patient, never gets the document of the one before", () => {
    expect(preparedAfter(prepared, page("webps.synthesis", traits), "anthony")).toBeNull()
    expect(preparedAfter(prepared, page("webps.synthesis", traits), null)).toBeNull()
  })

  it("synthesis of the very document, is the same", () => {
    const shown = { ...traits, content: "compte-rendu.pdf (312 ko)" }
    expect(filingView(prepared, page("webps.synthesis", shown))).toMatchObject({
      verdict: "same",
      known: true,
    })
  })

  it.each([
    ["title", "Radio du coude"],
    ["date", "25/11/2026"],
    ["visibility", "not-patient"],
    ["comment", "à revoir"],
    ["content", "autre.pdf"],
  ] as const)("synthesis with another %s, is different and says which", (trait, value) => {
    const view = filingView(prepared, page("webps.synthesis", { ...traits, [trait]: value }))
    expect(view?.verdict).toBe("different")
    expect(view?.rows.filter(({ result }) => result === "different").map((it) => it.trait)).toEqual([trait])
  })

  it("synthesis that shows nothing, or a form that was not seen, can't be told and is never the same", () => {
    expect(filingView(prepared, page("webps.synthesis"))?.verdict).toBe("cannot-tell")
    expect(filingView(null, page("webps.synthesis", traits))).toMatchObject({
      verdict: "cannot-tell",
      known: false,
    })
    expect(filingView(null, page("webps.synthesis"))?.verdict).toBe("cannot-tell")
  })

  it("other pages, compare nothing", () => {
    expect(filingView(prepared, page("webps.add-document", traits))).toBeNull()
  })
})
