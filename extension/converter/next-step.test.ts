import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../../test/fuzz/runs"
import { dpiOfPhoto, dpiOnPage, sizeAt, steps, weightOf } from "./legible"
import { nextStep, type Tried } from "./next-step"

const limit = 5_000_000
const last = steps.length - 1
const floor = steps[last] ?? { dpi: 0, quality: 0 }

/** Tries steps until the answer is known, as the worker does. */
function walk(dpi: number, bytesAt: (step: number) => number): Tried[] {
  const tried: Tried[] = []
  for (let step = nextStep(dpi, tried, limit); step !== null; step = nextStep(dpi, tried, limit))
    tried.push({ step, bytes: bytesAt(step) })
  return tried
}

/** The best of those tried that fits. */
function bestOf(tried: readonly Tried[]): number | null {
  const fitting = tried.filter(({ bytes }) => bytes <= limit).map(({ step }) => step)
  return fitting.length === 0 ? null : Math.min(...fitting)
}

describe("how far a picture is reduced", () => {
  it("steps, only ever go down, to 130 dots per inch and half quality and not below", () => {
    for (const [at, step] of steps.entries()) {
      const next = steps[at + 1] ?? floor
      expect(next.dpi <= step.dpi && next.quality <= step.quality).toBe(true)
    }
    expect(floor).toEqual({ dpi: 130, quality: 0.5 })
  })

  it("A4 at the last step, keeps 1,075 by 1,520 pixels", () => {
    expect(sizeAt({ width: 2480, height: 3508 }, 300, floor)).toEqual({ width: 1075, height: 1520 })
  })

  it("picture of fewer pixels than the last step has, is never enlarged", () => {
    expect(sizeAt({ width: 800, height: 600 }, dpiOfPhoto({ width: 800, height: 600 }), floor)).toEqual({
      width: 800,
      height: 600,
    })
  })

  it("photo taken across, keeps 1,075 pixels on its shorter side", () => {
    const photo = { width: 4032, height: 2268 }
    expect(sizeAt(photo, dpiOfPhoto(photo), floor).height).toBe(1075)
  })

  it("picture on a page, has at least the dots that it would have if it filled the page", () => {
    expect(Math.round(dpiOnPage({ width: 2480, height: 3508 }, { width: 595, height: 842 }))).toBe(300)
    expect(Math.round(dpiOnPage({ width: 3508, height: 2480 }, { width: 595, height: 842 }))).toBe(300)
  })

  it("file that fits as it is, is tried once and left so", () => {
    expect(walk(300, () => 4_000_000)).toEqual([{ step: 0, bytes: 4_000_000 }])
  })

  it("file that follows the weights, takes two tries", () => {
    const bytesAt = (step: number) => 40_000_000 * weightOf(300, steps[step] ?? floor)
    const tried = walk(300, bytesAt)
    const best = bestOf(tried)
    expect(tried.length).toBe(2)
    expect(best).not.toBeNull()
    expect(bytesAt((best ?? 0) - 1)).toBeGreaterThan(limit * 0.97)
  })

  it("file too large even at the last step, ends there", () => {
    const tried = walk(300, () => 6_000_000)
    expect(tried.at(-1)?.step).toBe(last)
    expect(bestOf(tried)).toBeNull()
  })

  it("any sizes that shrink, end within the steps, fit whenever the last step fits, and no step twice", () => {
    const sizes = fc
      .array(fc.integer({ min: 1_000, max: 60_000_000 }), {
        minLength: steps.length,
        maxLength: steps.length,
      })
      .map((all) => all.sort((one, other) => other - one))
    fc.assert(
      fc.property(sizes, fc.double({ min: 50, max: 800, noNaN: true }), (all, dpi) => {
        const tried = walk(dpi, (step) => all[step] ?? 0)
        expect(new Set(tried.map(({ step }) => step)).size).toBe(tried.length)
        const best = bestOf(tried)
        expect(best !== null).toBe((all[last] ?? 0) <= limit)
        if (best !== null) expect(all[best]).toBeLessThanOrEqual(limit)
      }),
      runs(3_000),
    )
  })
})
