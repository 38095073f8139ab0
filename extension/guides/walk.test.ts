import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pages } from "../portals/pages"
import { dmpStatuses, formParts, knownErrorIds, partStates } from "../portals/vocabulary"
import { checkIds, guideIds } from "./define-guide"
import { guides } from "./guides"
import { noProgress, type Progress } from "./progress"
import { nothingSeen, type Sighting } from "./sighting"
import { viewOf } from "./view"
import { type GuideAct, type GuideEvent, walk } from "./walk"

let loads = 0
const page = (id: string, more: Partial<Sighting> = {}): Sighting => {
  loads += 1
  const portal = pages.find((it) => it.id === id)?.portal ?? null
  return { ...nothingSeen, place: "portal", portal, page: id, document: `load ${loads}`, ...more }
}
const away: Sighting = nothingSeen
const documentGiven = {
  "document.content": "given",
  "document.type": "given",
  "document.title": "given",
  "document.date": "given",
  "document.visibility": "empty",
} as const

/** Walks over what is seen, one after the other. */
const over = (...sightings: Sighting[]): Progress =>
  sightings.reduce<Progress>((progress, seen) => walk(progress, { seen }), noProgress)
const ask = (progress: Progress, act: GuideAct, seen: Sighting): Progress =>
  walk(progress, { asked: act, seen })
const at = ({ guide, at: step }: Progress) => [guide, step]

describe("walking a guide", () => {
  it("first page of a guide, starts it at the step of that page", () => {
    expect(at(over(page("mes.home")))).toEqual(["activate", 2])
    expect(at(over(page("dmp.home")))).toEqual(["feed", 2])
    expect(at(over(page("webps.dashboard")))).toEqual(["feed", 7])
  })

  it("guide chosen before any page, begins at the first step and goes on where its site is reached", () => {
    const chosen = ask(noProgress, { act: "follow", guide: "feed" }, away)
    expect(at(chosen)).toEqual(["feed", 1])
    expect(at(walk(chosen, { seen: page("dmp.home") }))).toEqual(["feed", 2])
  })

  it("activating from beginning to end, each page is its step", () => {
    const ids = ["home", "start", "birth-date", "vitale-card", "delivery", "code", "terms", "account", "done"]
    const steps: number[] = []
    let progress = noProgress
    for (const id of ids) {
      progress = walk(progress, { seen: page(`mes.${id}`, { vitaleRead: true }) })
      steps.push(progress.at)
    }
    expect(steps).toEqual([2, 4, 5, 5, 6, 6, 7, 7, 7])
    expect(progress.finished).toBe(true)
  })

  it("things at hand, are ticked by a person or known by the card", () => {
    const start = page("mes.start")
    const before = over(page("mes.home"), start)
    expect(before.at).toBe(3)
    const one = ask(before, { act: "tick", check: "card", ticked: true }, start)
    expect(one.at).toBe(3)
    expect(ask(one, { act: "tick", check: "phone", ticked: true }, start).at).toBe(4)
    expect(over(page("mes.start", { vitaleRead: true })).at).toBe(4)
  })

  it("login, where nothing of ours runs, leaves the person where they were", () => {
    const progress = over(page("dmp.home"), page("dmp.access"), away, { ...away, place: "inert" })
    expect(at(progress)).toEqual(["feed", 3])
    expect(viewOf(progress, away)).toMatchObject({ state: "running", step: 3, off: null })
  })

  it("form of a document, asks for what it lacks, then for the confidentiality, then for the click", () => {
    const form = (parts: Sighting["parts"]) => ({ ...page("webps.add-document"), document: "form", parts })
    const empty = over(form({ ...documentGiven, "document.title": "empty" }))
    expect(viewOf(empty, form({ ...documentGiven, "document.title": "empty" }))).toMatchObject({
      step: 8,
      target: "title",
      lacks: ["document.title"],
    })
    const filled = walk(empty, { seen: form(documentGiven) })
    expect(filled.at).toBe(9)
    expect(walk(filled, { seen: form({ ...documentGiven, "document.visibility": "given" }) }).at).toBe(10)
    expect(walk(filled, { seen: form({ ...documentGiven, "document.type": "empty" }) }).at).toBe(8)
  })

  it("checks of a person, are three and wait for each", () => {
    const selection = page("webps.selection")
    let progress = over(page("webps.search"), selection)
    for (const check of ["identity", "status"] as const) {
      progress = ask(progress, { act: "tick", check, ticked: true }, selection)
      expect(progress.at).toBe(5)
    }
    progress = ask(progress, { act: "tick", check: "authorisation", ticked: true }, selection)
    expect(progress.at).toBe(6)
    expect(ask(progress, { act: "tick", check: "identity", ticked: false }, selection).at).toBe(5)
  })

  it("page that shows somebody else, takes no tick for them and points at nothing", () => {
    const selection = page("webps.selection")
    const other = { ...selection, otherPerson: true }
    const ticked = ask(over(selection), { act: "tick", check: "identity", ticked: true }, selection)
    expect(walk(ticked, { seen: other }).ticks).toEqual([])
    expect(ask(over(other), { act: "tick", check: "authorisation", ticked: true }, other).ticks).toEqual([])
    expect(viewOf(over(other), other)).toMatchObject({ step: 5, target: null })
  })

  it("gone on without the checks, the step is passed and not done", () => {
    const dashboard = page("webps.dashboard")
    const view = viewOf(over(page("webps.selection"), dashboard), dashboard)
    expect(view.state === "running" && view.steps[4]).toEqual({ number: 5, state: "passed" })
  })

  it("page loaded again, changes nothing", () => {
    const selection = page("webps.selection")
    const progress = ask(over(selection), { act: "tick", check: "identity", ticked: true }, selection)
    const again = walk(progress, { seen: { ...selection, document: "again" } })
    expect(again).toEqual({ ...progress, document: "again" })
  })

  it("another search, takes the ticks of the one before away", () => {
    const selection = page("webps.selection")
    const progress = ask(over(selection), { act: "tick", check: "identity", ticked: true }, selection)
    expect(walk(walk(progress, { seen: page("webps.search") }), { seen: selection }).ticks).toEqual([])
  })

  it("another patient, takes the ticks away; the first one keeps what was ticked before", () => {
    const start = page("mes.start")
    const ticked = ask(over(start), { act: "tick", check: "phone", ticked: true }, start)
    const zoe = walk(ticked, { seen: { ...start, patient: "zoe" } })
    expect(zoe.ticks).toEqual(["phone"])
    expect(walk(zoe, { seen: { ...start, patient: "anthony" } }).ticks).toEqual([])
  })

  it("document filed, the next one begins at the dashboard and the next patient at the search", () => {
    const filed = page("webps.filed", { patient: "zoe" })
    const progress = over(page("webps.synthesis", { patient: "zoe" }), filed)
    expect(progress.finished).toBe(true)
    const another = walk(progress, { seen: page("webps.dashboard", { patient: "zoe" }) })
    expect([another.at, another.finished]).toEqual([7, false])
    const next = walk(progress, { seen: { ...filed, patient: null } })
    expect([next.at, next.finished]).toEqual([4, false])
    expect(walk(next, { seen: { ...filed, patient: null } })).toEqual(next)
  })

  it("step passed over, stays passed over until its page is reached anew", () => {
    const search = page("webps.search")
    const skipped = ask(over(search), { act: "skip" }, search)
    expect(skipped.at).toBe(5)
    expect(walk(skipped, { seen: search }).at).toBe(5)
    expect(viewOf(skipped, search)).toMatchObject({ step: 5, off: "elsewhere" })
    const back = walk(walk(skipped, { seen: page("webps.selection") }), { seen: search })
    expect([back.at, back.skipped]).toEqual([4, []])
  })

  it("step looked at out of turn, is shown until the page goes on", () => {
    const dashboard = page("webps.dashboard")
    const looking = ask(over(dashboard), { act: "look", step: 5 }, dashboard)
    expect(viewOf(looking, dashboard)).toMatchObject({ step: 5, at: 7 })
    expect(viewOf(ask(looking, { act: "look", step: null }, dashboard), dashboard)).toMatchObject({ step: 7 })
    expect(walk(looking, { seen: page("webps.add-document") }).looking).toBeNull()
  })

  it("paused, sees nothing; resumed, is where the page is", () => {
    const search = page("webps.search")
    const paused = ask(over(search), { act: "pause" }, search)
    const later = walk(paused, { seen: page("webps.dashboard") })
    expect(viewOf(later, search)).toEqual({ state: "paused", guide: "feed", step: 4, of: 12 })
    expect(at(ask(later, { act: "resume" }, page("webps.dashboard")))).toEqual(["feed", 7])
    expect(at(ask(later, { act: "resume" }, away))).toEqual(["feed", 4])
  })

  it("closed, nothing starts by itself until a guide is asked for", () => {
    const search = page("webps.search")
    const closed = ask(over(search), { act: "close" }, search)
    expect(viewOf(walk(closed, { seen: page("mes.home") }), search)).toEqual({ state: "none", off: true })
    expect(at(ask(closed, { act: "follow", guide: "feed" }, search))).toEqual(["feed", 4])
  })

  it.each(["Inexistant", "Fermé"] as const)("DMP « %s », leads to the activation and back", (status) => {
    const selection = page("webps.selection", { status })
    const told = over(page("webps.search"), selection)
    expect(viewOf(told, selection)).toMatchObject({
      branches: [{ leads: { to: "guide", guide: "activate" } }],
    })
    const activating = walk(told, { seen: page("mes.home") })
    expect([activating.guide, activating.detour?.guide, activating.detour?.at]).toEqual([
      "activate",
      "feed",
      5,
    ])
    expect(at(walk(activating, { seen: page("webps.search") }))).toEqual(["feed", 4])
    expect(at(ask(activating, { act: "come-back" }, away))).toEqual(["feed", 5])
  })

  it("page of the other guide, is followed there; coming back finds everything as it was", () => {
    const selection = page("webps.selection")
    const before = ask(
      over(page("webps.search"), selection),
      { act: "tick", check: "identity", ticked: true },
      selection,
    )
    const away = walk(before, { seen: page("mes.birth-date") })
    expect(at(away)).toEqual(["activate", 5])
    expect(viewOf(away, page("mes.birth-date"))).toMatchObject({ detour: { guide: "feed", step: 5 } })
    expect(walk(away, { seen: selection })).toEqual(before)
  })

  it("guide that had hardly begun, is no detour to come back from", () => {
    expect(over(page("dmp.home"), page("mes.birth-date")).detour).toBeNull()
  })

  it("another patient on a detour, takes the ticks of the guide that waits away too", () => {
    const selection = page("webps.selection", { patient: "zoe" })
    const ticked = ask(over(selection), { act: "tick", check: "identity", ticked: true }, selection)
    const detour = walk(ticked, { seen: page("mes.birth-date", { patient: "zoe" }) })
    const other = walk(detour, { seen: page("mes.birth-date", { patient: "anthony" }) })
    expect([detour.detour?.ticks, other.detour?.ticks]).toEqual([["identity"], []])
  })

  it("guide that is done, makes room for the other by itself", () => {
    expect(at(over(page("mes.done"), page("dmp.home")))).toEqual(["feed", 2])
  })

  it("unknown page or another site, is off the path; the step stays", () => {
    const unknown: Sighting = { ...nothingSeen, place: "portal", portal: "webps", document: "x" }
    const progress = over(page("webps.search"), unknown)
    expect(progress.at).toBe(4)
    expect(viewOf(progress, unknown)).toMatchObject({ off: "elsewhere" })
    expect(viewOf(progress, away)).toMatchObject({ off: "no-portal" })
  })

  it("best way for what we hold, is pointed at: matricule, then identity, then the card button", () => {
    const target = (answers: Sighting["answers"]) => {
      const view = viewOf(over(page("webps.search")), page("webps.search", { answers }))
      return view.state === "running" ? view.target : null
    }
    expect(target({ "patient.matricule": "ready", "patient.familyName": "ready" })).toBe("matricule")
    expect(target({ "patient.matricule": "number-of-insured", "patient.familyName": "ready" })).toBe(
      "identity",
    )
    expect(target({})).toBe("card-button")
  })
})

describe("any walk", () => {
  const sightings: fc.Arbitrary<Sighting> = fc.record({
    place: fc.constantFrom("portal", "portal", "portal", "no-portal", "inert", "reload-needed", "no-access"),
    portal: fc.constantFrom("mes", "webps", "dmp", null),
    page: fc.option(fc.constantFrom(...pages.map(({ id }) => id))),
    document: fc.constantFrom("one", "two", "three", null),
    errors: fc.subarray([...knownErrorIds], { maxLength: 2 }),
    status: fc.option(fc.constantFrom(...dmpStatuses)),
    parts: fc.dictionary(fc.constantFrom(...formParts), fc.constantFrom(...partStates)) as fc.Arbitrary<
      Sighting["parts"]
    >,
    several: fc.boolean(),
    patient: fc.constantFrom("zoe", "anthony", null),
    otherPerson: fc.boolean(),
    minor: fc.boolean(),
    vitaleRead: fc.boolean(),
    cpsPresent: fc.boolean(),
    answers: fc.constant({}),
  })
  const seen = sightings.map(
    (it): Sighting => (it.place === "portal" ? it : { ...it, page: null, document: null }),
  )
  const acts: fc.Arbitrary<GuideAct> = fc.oneof(
    fc.constantFrom<GuideAct[]>(
      { act: "skip" },
      { act: "start-over" },
      { act: "pause" },
      { act: "resume" },
      { act: "close" },
      { act: "come-back" },
    ),
    fc.record({ act: fc.constant("follow" as const), guide: fc.constantFrom(...guideIds) }),
    fc.record({
      act: fc.constant("tick" as const),
      check: fc.constantFrom(...checkIds),
      ticked: fc.boolean(),
    }),
    fc.record({ act: fc.constant("look" as const), step: fc.option(fc.integer({ min: -3, max: 20 })) }),
  )
  const events: fc.Arbitrary<GuideEvent[]> = fc.array(
    fc.oneof(
      seen.map((it) => ({ seen: it })),
      fc.record({ asked: acts, seen }),
    ),
    { maxLength: 30 },
  )
  const walked = (all: readonly GuideEvent[]) => all.reduce(walk, noProgress)

  it("stays inside its guide, and shows it", () => {
    fc.assert(
      fc.property(events, seen, (all, now) => {
        const progress = walk(walked(all), { seen: now })
        const view = viewOf(progress, now)
        if (progress.guide === null) return view.state === "none"
        const of = guides[progress.guide].steps.length
        expect(progress.at).toBeGreaterThanOrEqual(1)
        expect(progress.at).toBeLessThanOrEqual(of)
        if (view.state !== "running") return view.state === "paused"
        expect(view.step).toBeGreaterThanOrEqual(1)
        expect(view.step).toBeLessThanOrEqual(of)
        expect(view.steps.filter(({ state }) => state === "now").length).toBe(progress.finished ? 0 : 1)
        return true
      }),
      { numRuns: 3_000 },
    )
  })

  it("seen twice is seen once", () => {
    fc.assert(
      fc.property(events, seen, (all, now) => {
        const once = walk(walked(all), { seen: now })
        expect(walk(once, { seen: now })).toEqual(once)
      }),
      { numRuns: 3_000 },
    )
  })

  it("page that belongs to the guide, decides the step whatever came before", () => {
    fc.assert(
      fc.property(events, seen, (all, now) => {
        const progress = walk(walked(all), { seen: now })
        const { guide, skipped, paused, finished } = progress
        if (guide === null || paused || now.page === null) return
        const here = guides[guide].steps
          .filter((step) => (now.page ?? "") in step.pages)
          .map((it) => it.number)
        if (here.length === 0 || (guides[guide].ends.includes(now.page) && !finished)) return
        const allowed = here.flatMap((step) => (skipped.includes(step) ? [step, step + 1] : [step]))
        expect(allowed).toContain(progress.at)
      }),
      { numRuns: 3_000 },
    )
  })

  it("what is kept of it, can be written and read back", () => {
    fc.assert(
      fc.property(events, (all) => {
        const progress = walked(all)
        expect(JSON.parse(JSON.stringify(progress))).toEqual(progress)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe("guides", () => {
  it.each(guideIds)(
    "%s, has the Fiche's steps in its order, each with pages that exist and know its targets",
    (id) => {
      const { steps, ends } = guides[id]
      expect(steps.map(({ number }) => number)).toEqual(
        Array.from({ length: id === "activate" ? 7 : 12 }, (_, index) => index + 1),
      )
      for (const step of steps) {
        for (const [pageId, moment] of Object.entries(step.pages)) {
          const known = pages.find((it) => it.id === pageId)
          expect(known?.fiche.steps, pageId).toContain(step.number)
          for (const { target } of moment.targets) expect(known?.targets, pageId).toHaveProperty(target)
          for (const { when } of moment.targets) {
            if (when && "answers" in when) expect(known?.fields).toHaveProperty([when.answers])
            if (when && "empty" in when) expect(known?.parts).toHaveProperty([when.empty])
          }
          expect(moment.fills ?? false).toBe(Object.keys(known?.fields ?? {}).length > 0)
        }
      }
      for (const end of ends) expect(pages.some((it) => it.id === end)).toBe(true)
    },
  )

  it("every page of the portals, has its place in a guide", () => {
    const placed = new Set(
      guideIds.flatMap((id) => guides[id].steps.flatMap((step) => Object.keys(step.pages))),
    )
    expect(pages.map(({ id }) => id).filter((id) => !placed.has(id))).toEqual([])
  })
})
