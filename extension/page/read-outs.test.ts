// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { knownErrors } from "../portals/known-errors"
import { PageLook } from "./look"
import { shownCounters, shownErrors, shownStatus } from "./read-outs"

beforeAll(completeDom)

const look = (html: string) => new PageLook(documentWith(html))

describe("read-outs of a page", () => {
  it.each(knownErrors.map((rule) => [rule.portal, rule.error, rule.texts[0] ?? ""] as const))(
    "%s says %s, is read by its sentence",
    (portal, error, text) => {
      expect(shownErrors(look(`<p>Attention.</p><div role="alert">${text}.</div>`), portal)).toEqual([error])
    },
  )

  it("error that is hidden, or another portal's, is none", () => {
    const [{ texts } = { texts: [] }] = knownErrors
    expect(shownErrors(look(`<p style="display:none">${texts[0]}</p>`), "webps")).toEqual([])
    expect(shownErrors(look(`<p>${texts[0]}</p>`), "mes")).toEqual([])
  })

  it("counters, are read as they stand; dates and fractions in a sentence are none", () => {
    const html =
      "<p>0 / 15</p><div><textarea></textarea><span>3/1000</span></div><p>31/12/1975</p><p>page 2 / 3</p>"
    expect(shownCounters(look(html))).toEqual([
      { count: 0, limit: 15 },
      { count: 3, limit: 1000 },
    ])
  })

  it.each(["Activé", "Inexistant", "Fermé"])("status %s, is read beside its word", (status) => {
    expect(shownStatus(documentWith(`<p>Statut du DMP : <strong>${status}</strong></p>`))).toBe(status)
  })
})
