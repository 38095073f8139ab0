import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { traitsOfHolder } from "../identity/traits-of-source"
import type { DocumentPatient, PreparedDocument } from "./prepared"
import { documentFields, documentProblems, isReady, problemsOfDocument } from "./readiness"

const today = { year: 2026, month: 11, day: 25 }
const patientOf = (person: keyof typeof people, lock = "lock-1"): DocumentPatient => ({
  mode: "training",
  traits: traitsOfHolder({ rank: 1, ...people[person] }),
  lock,
})
const zoe = patientOf("zoe")
const prepared = (change: Partial<PreparedDocument> = {}): PreparedDocument => ({
  id: "one",
  revision: 1,
  order: 1,
  added: 0,
  patient: zoe,
  content: { kind: "file", name: "compte rendu.pdf", format: "pdf", bytes: 1_000 },
  type: "34874-8",
  title: "CR opératoire",
  date: "2026-03-12",
  comment: "",
  visibility: ["visible"],
  proposals: {},
  otherPatient: null,
  filing: { state: "waiting" },
  ...change,
})
const problemsOf = (change: Partial<PreparedDocument>, locked: DocumentPatient | null = zoe) =>
  problemsOfDocument(prepared(change), { today, locked })
const names = (change: Partial<PreparedDocument>, locked?: DocumentPatient | null) =>
  problemsOf(change, locked).map(({ problem }) => problem)

describe("a document that is prepared", () => {
  it("with all that the portal asks, is ready", () => {
    expect(problemsOf({})).toEqual([])
    expect(problemsOf({ content: { kind: "text", text: "Bonjour" } })).toEqual([])
  })

  it("with nothing, lacks everything in the order of the form", () => {
    const found = problemsOf({
      patient: null,
      content: { kind: "text", text: " \n" },
      type: null,
      title: "",
      date: "",
      visibility: [],
    })
    expect(found.map(({ field }) => field)).toEqual([
      "patient",
      "content",
      "type",
      "title",
      "date",
      "visibility",
    ])
    expect(found.every(({ stops }) => stops)).toBe(true)
    expect(isReady(found)).toBe(false)
  })

  it.each<[string, Partial<PreparedDocument>, string[]]>([
    [
      "a file of no byte",
      { content: { kind: "file", name: "a.pdf", format: "pdf", bytes: 0 } },
      ["content-empty"],
    ],
    ["a file of 5 MB", { content: { kind: "file", name: "a.pdf", format: "pdf", bytes: 5_000_000 } }, []],
    [
      "one byte more",
      { content: { kind: "file", name: "a.pdf", format: "pdf", bytes: 5_000_001 } },
      ["content-too-large"],
    ],
    [
      "a PDF called a JPEG",
      { content: { kind: "file", name: "a.jpg", format: "pdf", bytes: 9 } },
      ["content-name"],
    ],
    [
      "a name without an ending",
      { content: { kind: "file", name: "a", format: "pdf", bytes: 9 } },
      ["content-name"],
    ],
    ["a type that patients file", { type: "DOCPAT01" }, ["type-not-listed"]],
    ["a day to come", { date: "2026-11-26" }, ["date-future"]],
    ["a comment that is too long", { comment: "a".repeat(1_001) }, ["comment-too-long"]],
    [
      "two choices that exclude each other",
      { visibility: ["not-patient", "not-professionals"] },
      ["visibility-exclusive"],
    ],
    [
      "a patient of age, hidden from representatives",
      { visibility: ["not-representatives"] },
      ["visibility-adult"],
    ],
    [
      "marks of another patient",
      { otherPatient: { marks: ["nir"], answered: false } },
      ["content-other-patient"],
    ],
    ["marks that a person answered", { otherPatient: { marks: ["nir"], answered: true } }, []],
    ["filed already", { filing: { state: "filed", at: 1 } }, ["already-filed"]],
    ["perhaps filed", { filing: { state: "to-check", at: 1 } }, ["may-be-filed"]],
  ])("%s: %j", (_, change, expected) => expect(names(change)).toEqual(expected))

  it("what only should be looked at, does not stop it", () => {
    const found = problemsOf({ title: "Ordonnance ADRUN", date: "1975-01-01" })
    expect(found.map(({ problem }) => problem)).toEqual(["title-names-patient", "date-before-birth"])
    expect(isReady(found)).toBe(true)
  })
})

describe("the patient locked now", () => {
  it("another one, stops it; none, says nothing", () => {
    expect(names({}, patientOf("anthony"))).toEqual(["patient-other"])
    expect(names({}, null)).toEqual([])
  })

  it("the same by another source, is the same", () => {
    const typed: DocumentPatient = {
      mode: "training",
      traits: { source: "typed", familyName: "Adrun", givenName: "Zoé", birthDate: "19751231" },
      lock: "lock-2",
    }
    expect(names({}, typed)).toEqual([])
  })

  it("of the other world, stops it", () => {
    expect(names({}, { ...zoe, mode: "live" })).toEqual(["patient-mode"])
  })

  it("with a lunar birth date, is the same as long as the lock lasts, and unsure after it", () => {
    const selene = patientOf("selene", "lock-1")
    const bare = { ...selene, traits: { ...selene.traits } }
    delete bare.traits.matricule
    expect(names({ patient: bare }, bare)).toEqual([])
    expect(names({ patient: bare }, { ...bare, lock: "lock-2" })).toEqual(["patient-unsure"])
  })
})

it("any fields, have problems of the lists, in the order of the form", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 })
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.option(text),
      fc.subarray(["visible", "not-patient", "not-professionals"] as const),
      (title, date, comment, type, visibility) => {
        const found = problemsOf({ title, date, comment, type, visibility })
        const places = found.map(({ field }) => documentFields.indexOf(field))
        expect([...places].sort((one, other) => one - other)).toEqual(places)
        for (const { problem } of found) expect(documentProblems).toContain(problem)
      },
    ),
  )
})
