// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { myPatients } from "../portals/webps/my-patients"
import { selection } from "../portals/webps/selection"
import { peopleOn } from "./read-people"
import { ShownPeople } from "./shown-people"

beforeAll(completeDom)

const card = (name: string, date: string) =>
  `<dl><dt>Nom de naissance</dt><dd>${name}</dd><dt>Prénom</dt><dd>ZOE</dd><dt>Date de naissance</dt><dd>${date}</dd></dl>`
const row = (name: string, date: string) =>
  `<tr><td><a id="openDMPLink_0">${name}</a></td><td>${date}</td></tr>`
const head = "<thead><tr><th>Patient</th><th>Date de naissance</th></tr></thead>"
const people = (html: string, page = selection) => peopleOn(documentWith(html), page)

describe("people on a page", () => {
  it("several cards, are read in their order", () => {
    expect(
      people(card("ADRUN", "31/12/1975") + card("CORSE", "02/03/1980")).map((it) => it.birthDate),
    ).toEqual(["19751231", "19800302"])
  })

  it("table with a row for each, is read by its headings", () => {
    const html = `<table>${head}<tbody>${row("ADRUN ZOE", "31/12/1975")}${row("ADRUN ZOE", "30/05/1960")}</tbody></table>`
    expect(people(html, myPatients).map((it) => it.birthDate)).toEqual(["19751231", "19600530"])
  })

  it("same person in the header and below, is one", () => {
    expect(people(card("ADRUN", "31/12/1975") + card("ADRUN", "31/12/1975"))).toHaveLength(1)
  })

  it("links with names alone, are people where the page is known for them, twice the same name twice", () => {
    const links =
      '<a id="openDMPLink_0">ADRUN ZOE</a><a id="openDMPLink_1">ADRUN ZOE</a><a id="other">Aide</a>'
    expect(people(links, myPatients)).toEqual([
      { source: "page", wholeName: "ADRUN ZOE" },
      { source: "page", wholeName: "ADRUN ZOE" },
    ])
    expect(people(links)).toEqual([])
  })

  it("hidden list, is nobody", () => {
    expect(people(`<div style="display:none">${card("ADRUN", "31/12/1975")}</div>`)).toEqual([])
  })

  it("mark, changes when the people do and at no other time", () => {
    const document = documentWith(card("ADRUN", "31/12/1975"))
    const shown = new ShownPeople(document)
    const first = shown.read(selection).mark
    document.body.append("du texte")
    expect(shown.read(selection).mark).toBe(first)
    const [name] = document.querySelectorAll("dd")
    if (name) name.textContent = "CORSE"
    expect(shown.read(selection).mark).toBe(first + 1)
  })
})
