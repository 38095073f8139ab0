// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { documentForm } from "../../bridge/training/portals/webps/document-form"
import { completeDom, completeFrames, documentWith } from "../../test/dom"
import { searchHtml, vitaleCardHtml } from "../../test/pages"
import type { Page, TargetRule } from "../portals/define-page"
import { pages } from "../portals/pages"
import type { TargetId } from "../portals/vocabulary"
import { addDocument } from "../portals/webps/add-document"
import { searchPage } from "../portals/webps/search"
import { findTarget } from "./find-target"
import { PageLook } from "./look"

beforeAll(completeDom)

const found = (document: Document, page: Page, id: TargetId) => {
  const result = findTarget(new PageLook(document), page, id)
  return "refusal" in result ? result.refusal : result.elements
}
const ids = (document: Document, page: Page, id: TargetId) => {
  const result = found(document, page, id)
  return typeof result === "string" ? result : result.map((it) => it.id || it.localName)
}
/** A page with one target, which stands under the name « continue ». */
const pageWith = (target: TargetRule, more: Partial<Page> = {}): Page => ({
  ...searchPage,
  ...more,
  targets: { continue: target },
})
const inHtml = (html: string, target: TargetRule, more: Partial<Page> = {}) =>
  ids(documentWith(html), pageWith(target, more), "continue")
const press = (html: string, ...known: string[]) =>
  inHtml(html, { kind: "press", labels: ["Accès DMP"], ids: known })
const text = (html: string, ...texts: string[]) => inHtml(html, { kind: "text", texts })

describe("something to press", () => {
  it.each([
    ["link", '<a id="x" href="/a">Accès DMP</a>'],
    ["button, in capitals and with other spaces", '<button id="x"> ACCÈS\u00a0DMP </button>'],
    ["submit field", '<input id="x" type="submit" value="Accès DMP">'],
    ["button field", '<input id="x" type="button" value="Accès DMP">'],
    ["image of a form", '<input id="x" type="image" alt="Accès DMP">'],
    ["drawn button", '<div id="x" role="button">Accès <b>DMP</b></div>'],
    ["link that is a picture", '<a id="x" href="/a"><img alt="Accès DMP"></a>'],
    ["button named by its title", '<button id="x" title="Accès DMP"></button>'],
    ["button named by aria", '<button id="x" aria-label="Accès DMP">→</button>'],
    ["link with an arrow and a hint", '<a id="x" href="/a">› Accès DMP (nouvelle fenêtre) »</a>'],
    ["button in a link", '<a id="x" href="/a"><button id="y">Accès DMP</button></a>'],
  ])("%s, is found by its name", (_, html) => {
    expect(press(`<p>Accès DMP</p>${html}<a href="/b">Accès</a>`)).toEqual(["x"])
  })

  it("known id, goes before a name", () => {
    expect(press('<a href="/a">Accès DMP</a><button id="go">Entrer</button>', "go")).toEqual(["go"])
  })

  it("known id that is hidden, leaves it to the name", () => {
    expect(press('<button id="go" hidden>x</button><a id="x" href="/a">Accès DMP</a>', "go")).toEqual(["x"])
  })

  it("name to the letter, goes before one with a hint", () => {
    expect(press('<a href="/a">Accès DMP (aide)</a><a id="x" href="/b">Accès DMP</a>')).toEqual(["x"])
  })

  it("name inside a longer one, is another", () => {
    expect(press('<a href="/a">Fermer l\'accès DMP</a>')).toBe("target-missing")
  })

  it("two buttons of one name, are ambiguous", () => {
    expect(press("<button>Accès DMP</button><button>Accès DMP</button>")).toBe("target-ambiguous")
  })

  it("same link twice, is the first", () => {
    expect(press('<a id="x" href="/a">Accès DMP</a><a id="y" href="/a">Accès DMP</a>')).toEqual(["x"])
  })

  it.each([
    ["two links to other places", '<a href="/a">Accès DMP</a><a href="/b">Accès DMP</a>'],
    ["two links that scripts make into buttons", '<a href="#">Accès DMP</a><a href="#">Accès DMP</a>'],
    [
      "two forms of one action with another patient each",
      "<form action=/a><button>Accès DMP</button></form><form action=/a><button>Accès DMP</button></form>",
    ],
    [
      "two buttons of one form that send other values",
      "<form><button name=a value=1>Accès DMP</button><button name=a value=2>Accès DMP</button></form>",
    ],
    ["link and button", '<a href="/a">Accès DMP</a><button>Accès DMP</button>'],
  ])("%s, are ambiguous", (_, html) => {
    expect(press(html)).toBe("target-ambiguous")
  })

  it("button above and below one form, is the first", () => {
    const html = "<form><button id=x>Accès DMP</button><input><button id=y>Accès DMP</button></form>"
    expect(press(html)).toEqual(["x"])
  })

  it("hidden one beside a visible one, is not asked", () => {
    expect(press('<button hidden>Accès DMP</button><button id="x">Accès DMP</button>')).toEqual(["x"])
  })

  it.each([
    ["hidden", "<button hidden>Accès DMP</button>"],
    ["hidden, in pieces", "<button hidden>Accès <b>DMP</b></button>"],
    ["in an inert part", "<div inert><button>Accès DMP</button></div>"],
    ["of no size", '<button style="width:0px;height:0px">Accès DMP</button>'],
  ])("one that is %s, is hidden and not missing", (_, html) => {
    expect(press(html)).toBe("target-hidden")
  })

  it("page without it, is missing", () => {
    expect(press("<button>Autre</button>")).toBe("target-missing")
  })

  it("open shadow root and frame of the same origin, are looked into", () => {
    const document = documentWith("<div id=host></div>")
    const root = document.querySelector("#host")?.attachShadow({ mode: "open" })
    if (root) root.innerHTML = '<button id="deep">Accès DMP</button>'
    const page = pageWith({ kind: "press", labels: ["Accès DMP"] })
    expect(ids(document, page, "continue")).toEqual(["deep"])
    document.body.innerHTML = "<iframe></iframe>"
    completeFrames(document)
    const inner = document.querySelector("iframe")?.contentDocument
    if (inner) inner.body.innerHTML = '<a id="framed" href="/a">Accès DMP</a>'
    expect(ids(document, page, "continue")).toEqual(["framed"])
  })

  it("5,000 links that are called almost so, are told apart in time", () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => `<a href="/${row}">Accès DMP de la ligne</a>`)
    const document = documentWith(`${rows.join("")}<button id="x">Accès DMP</button>`)
    const before = performance.now()
    expect(ids(document, pageWith({ kind: "press", labels: ["Accès DMP"] }), "continue")).toEqual(["x"])
    // A browser takes a tenth of what jsdom takes.
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

describe("field", () => {
  it("text field, is found as a fill finds it", () => {
    expect(ids(documentWith(searchHtml), searchPage, "matricule")).toEqual(["i"])
  })

  it("question of radio buttons, is all of them with their labels", () => {
    const page = pages.find(({ id }) => id === "mes.vitale-card")
    const elements = page && found(documentWith(vitaleCardHtml), page, "card-kind")
    expect(Array.isArray(elements) && elements.map((it) => it.localName)).toEqual([
      "input",
      "label",
      "input",
      "label",
    ])
  })

  it("drawn radio buttons of no size, are their labels", () => {
    const drawn = vitaleCardHtml.replaceAll('type="radio"', 'type="radio" style="width:0px;height:0px"')
    const page = pages.find(({ id }) => id === "mes.vitale-card")
    const elements = page && found(documentWith(drawn), page, "card-kind")
    expect(Array.isArray(elements) && elements.map((it) => it.localName)).toEqual(["label", "label"])
  })

  it("question asked by a list, is the list", () => {
    const list =
      "<label>Modèle <select id=l><option>Choisir<option>Carte Vitale avec photo<option>Carte Vitale sans photo</select></label>"
    const page = pages.find(({ id }) => id === "mes.vitale-card")
    expect(page && ids(documentWith(list), page, "card-kind")).toEqual(["l"])
  })

  it("two fields of one label, are ambiguous; a hidden one is hidden; none is missing", () => {
    const field = (html: string) =>
      inHtml(
        html,
        { kind: "field", field: "patient.nir" },
        { fields: { "patient.nir": { kind: "text", labels: ["Numéro"] } } },
      )
    expect(field("<label>Numéro<input></label><label>Numéro<input></label>")).toBe("target-ambiguous")
    expect(field("<div hidden><label>Numéro *<input></label></div>")).toBe("target-hidden")
    expect(field("<label>Autre<input></label>")).toBe("target-missing")
  })

  it("field that the page does not know, is missing", () => {
    expect(inHtml(searchHtml, { kind: "field", field: "card.serial" })).toBe("target-missing")
  })
})

describe("part of a form", () => {
  const form = {
    mode: "file",
    text: "",
    type: "",
    title: "",
    date: "",
    comment: "",
    confidentiality: [],
  } as const
  const shown = (minor = true) => documentWith(documentForm({ form, matricule: "1", minor, errors: [] }).text)

  it("title of a document, is its field", () => {
    expect(ids(shown(), addDocument, "title")).toEqual(["TitreDocument"])
  })

  it("group of boxes, is all of them with their labels", () => {
    const elements = ids(shown(), addDocument, "visibility")
    expect(elements).toEqual([
      "confidentiality0",
      "label",
      "confidentiality1",
      "label",
      "confidentiality2",
      "label",
      "confidentiality3",
      "label",
    ])
  })

  it("content in several ways, is the first that can be used", () => {
    expect(ids(shown(), addDocument, "content")).toContain("file")
    const document = shown()
    document.querySelector(".when-file")?.remove()
    expect(ids(document, addDocument, "content")).toEqual(["texteLibre"])
  })

  it("file field of no size, is its label", () => {
    const html =
      '<input id="file" type="file" style="width:0px;height:0px"><label id="l" for="file">Choisir</label>'
    expect(ids(documentWith(html), addDocument, "content")).toEqual(["l"])
  })

  it("two that could be it, are ambiguous; a hidden one is hidden; none is missing", () => {
    const title = (html: string) => ids(documentWith(html), addDocument, "title")
    expect(title("<label>Titre<input></label><label>Titre<input></label>")).toBe("target-ambiguous")
    expect(title('<input hidden id="TitreDocument">')).toBe("target-hidden")
    expect(title("<p>Titre</p>")).toBe("target-missing")
  })
})

describe("text that stands on the page", () => {
  it("title, goes before a plain text, and both before a link of the same words", () => {
    const html = '<a href="/p">Mes patients</a><p id="p">Mes patients</p><h1 id="h">Mes patients</h1>'
    expect(text(html, "Mes patients")).toEqual(["h"])
    expect(text(html.replaceAll("h1", "p"), "Mes patients")).toBe("target-ambiguous")
    expect(text('<a id="a" href="/p">Mes patients</a>', "Mes patients")).toEqual(["a"])
  })

  it("first of the texts that stands there, is shown", () => {
    expect(text('<h1>Deux</h1><h2 id="x">Un</h2>', "Zéro", "Un", "Deux")).toEqual(["x"])
  })

  it("text with more beside it, is the block that says least", () => {
    const html = '<p>Le document, ses pages et leur contenu</p><p id="x">Le document</p>'
    expect(text(html, "document")).toEqual(["x"])
  })

  it("text in a row of others, is its own piece", () => {
    const html = '<div><span>Un</span> <span id="x">Statut du DMP</span> <span>Trois</span></div>'
    expect(text(html, "Statut du DMP")).toEqual(["x"])
  })

  it("text in two pieces of a line, is the line", () => {
    expect(text('<p id="x">Statut du <b>DMP</b></p>', "Statut du DMP")).toEqual(["x"])
  })

  it("legend, is its group", () => {
    expect(text("<fieldset id=g><legend id=l>Réception</legend><input></fieldset>", "Réception")).toEqual([
      "l",
      "g",
    ])
  })

  it("title that names a group, comes with the group", () => {
    const html =
      "<h2 id=t>Réception</h2><div id=g role=radiogroup aria-labelledby='a t'><input type=radio></div>"
    expect(text(html, "Réception")).toEqual(["t", "g"])
  })

  it("label, comes with its box", () => {
    expect(
      text(
        "<p><label id=l><input id=c type=checkbox> J'accepte les <a>CGU</a></label></p>",
        "J’accepte les CGU",
      ),
    ).toEqual(["l", "c"])
    expect(text("<input id=c type=checkbox><label id=l for=c>J'accepte</label>", "J'accepte")).toEqual([
      "l",
      "c",
    ])
  })

  it("term, comes with what is said of it", () => {
    expect(text("<dl><dt id=t>Statut</dt><dd id=d>Activé</dd></dl>", "Statut")).toEqual(["t", "d"])
    expect(text("<table><tr id=r><th>Statut</th><td>Activé</td></tr></table>", "Statut")).toEqual(["r"])
  })

  it("two titles of the same words, are ambiguous", () => {
    expect(text("<h2>Statut</h2><h2>Statut</h2>", "Statut")).toBe("target-ambiguous")
  })

  it("hidden text, is hidden; no text, missing", () => {
    expect(text("<h2 hidden>Statut</h2>", "Statut")).toBe("target-hidden")
    expect(text("<h2>Autre</h2>", "Statut")).toBe("target-missing")
  })

  it("text too long to be read whole, is found where it stands", () => {
    const long = "mot ".repeat(100)
    expect(text(`<div>${long}<b id="x">Statut du DMP</b>${long}</div>`, "Statut du DMP")).toEqual(["x"])
  })
})

it("target that the page does not have, is missing", () => {
  expect(found(documentWith(searchHtml), searchPage, "summary")).toBe("target-missing")
})
