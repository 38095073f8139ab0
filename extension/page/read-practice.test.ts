// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { firstConnection } from "../portals/webps/first-connection"
import { searchPage } from "../portals/webps/search"
import { PageLook } from "./look"
import { readPractice } from "./read-practice"

beforeAll(completeDom)

const list = (label: string, chosen: string) =>
  `<label>${label} <select><option value="">Choisir</option><option value="1"${chosen && " selected"}>${chosen || "Autre"}</option></select></label>`
const form = (situation: string, setting: string) =>
  documentWith(
    list("Sélectionnez la situation", situation) + list("Sélectionnez le cadre d'exercice", setting),
  )
const read = (document: Document, page = firstConnection) => readPractice(new PageLook(document), page)

describe("situation and practice setting on the page", () => {
  it("both chosen, are told in the page's words", () => {
    expect(read(form("Cabinet individuel", "Ambulatoire"))).toEqual({
      situation: "Cabinet individuel",
      setting: "Ambulatoire",
    })
  })

  it("nothing chosen, the list's prompt is no choice", () => {
    expect(read(form("", "Ambulatoire"))).toEqual({ situation: "", setting: "Ambulatoire" })
  })

  it("two lists of one name, are none", () => {
    const twice = documentWith(
      list("Sélectionnez la situation", "A") + list("Sélectionnez la situation", "B"),
    )
    expect(read(twice)).toEqual({ situation: "", setting: "" })
  })

  it("label of any length, is cut", () => {
    expect(read(form("x".repeat(5_000), ""))?.situation.length).toBe(120)
  })

  it("page that does not ask for them, tells nothing", () => {
    expect(read(form("Cabinet individuel", "Ambulatoire"), searchPage)).toBeNull()
  })
})
