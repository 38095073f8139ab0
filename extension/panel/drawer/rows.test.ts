import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { orderAfterMove, orderBefore, type Sorting, sorted, sortings } from "./rows"
import { aDocument, inOrder } from "./test-documents"

const words = () => ({ type: "", state: "", patient: "" })
const ids = (documents: { id: string }[]) => documents.map(({ id }) => id)
const by = (sorting: Sorting, ...documents: ReturnType<typeof aDocument>[]) =>
  ids(sorted(documents, sorting, words, "fr"))

describe("sorted rows", () => {
  it("own order, is the person's, whatever order they come in", () => {
    const [one, two, three] = inOrder("1", "2", "3")
    expect(by("own", three as never, one as never, two as never)).toEqual(["1", "2", "3"])
  })

  it("titles, are in the order of the alphabet, accents and numbers as people read them", () => {
    const titles = ["Zona", "échographie", "Radio 10", "Radio 9"]
    const documents = titles.map((title, order) => aDocument({ id: title, title, order }))
    expect(by("title", ...documents)).toEqual(["échographie", "Radio 9", "Radio 10", "Zona"])
  })

  it("what is empty, comes last, by whatever it is sorted", () => {
    const documents = [aDocument({ id: "none", date: "" }), aDocument({ id: "dated", order: 1 })]
    expect(by("date", ...documents)).toEqual(["dated", "none"])
  })

  it("any documents, are all there once, and equal ones keep their own order", () => {
    const document = fc
      .record({ title: fc.constantFrom("", "a", "b"), order: fc.integer(), added: fc.integer() })
      .map((change) => aDocument(change))
    fc.assert(
      fc.property(fc.array(document), fc.constantFrom(...sortings), (documents, sorting) => {
        const given = documents.map((it, at) => ({ ...it, id: String(at) }))
        const result = sorted(given, sorting, words, "fr")
        expect(ids(result).sort()).toEqual(ids(given).sort())
        for (const [at, one] of result.entries()) {
          const next = result[at + 1]
          if (next && one.title === next.title) expect(one.order).toBeLessThanOrEqual(next.order)
        }
      }),
    )
  })
})

describe("moving a row", () => {
  const move = (id: string, step: 1 | -1, documents = inOrder("1", "2", "3", "4")) => {
    const order = orderAfterMove(documents, id, step)
    if (order === null) return null
    return ids(
      sorted(
        documents.map((it) => (it.id === id ? { ...it, order } : it)),
        "own",
        words,
        "fr",
      ),
    )
  }

  it.each([
    ["2", -1, ["2", "1", "3", "4"]],
    ["3", -1, ["1", "3", "2", "4"]],
    ["2", 1, ["1", "3", "2", "4"]],
    ["3", 1, ["1", "2", "4", "3"]],
  ] as const)("row %s by %s, changes places with its neighbour", (id, step, expected) => {
    expect(move(id, step)).toEqual(expected)
  })

  it("first up and last down, and a row that is not shown, go nowhere", () => {
    expect([move("1", -1), move("4", 1), move("5", 1)]).toEqual([null, null, null])
  })

  it("row that is dropped before another or at the end, stands there", () => {
    const documents = inOrder("1", "2", "3", "4")
    const dropped = (id: string, before: string | null) => {
      const order = orderBefore(documents, id, before)
      return ids(
        sorted(
          documents.map((it) => (it.id === id ? { ...it, order } : it)),
          "own",
          words,
          "fr",
        ),
      )
    }
    expect(dropped("4", "1")).toEqual(["4", "1", "2", "3"])
    expect(dropped("1", "4")).toEqual(["2", "3", "1", "4"])
    expect(dropped("1", null)).toEqual(["2", "3", "4", "1"])
  })

  it("a hundred moves in one gap, still change the order", () => {
    let documents = inOrder("1", "2", "3")
    for (let turn = 0; turn < 40; turn += 1) {
      const [, second] = sorted(documents, "own", words, "fr")
      const order = orderAfterMove(sorted(documents, "own", words, "fr"), second?.id ?? "", -1) ?? 0
      documents = documents.map((it) => (it.id === second?.id ? { ...it, order } : it))
      expect(sorted(documents, "own", words, "fr")[0]?.id).toBe(second?.id)
    }
  })
})
