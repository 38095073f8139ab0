// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { controlsOf } from "./controls"
import { matchLabel, matchText } from "./match"

beforeAll(completeDom)

const labels = ["Prénom"]

function found(html: string, under?: string): string {
  const rule = { kind: "text" as const, ids: ["known"], labels, ...(under && { under }) }
  const match = matchText(rule, controlsOf(documentWith(html), "text"))
  return "refusal" in match ? match.refusal : `${match.control.element.className} by ${match.why}`
}

describe("order of evidence", () => {
  const kinds: [string, string][] = [
    ["id", '<input class="it" id="known" aria-label="Autre">'],
    ["label", '<label>Prénom <input class="it"></label>'],
    ["words", '<label for="w">Prénom <small>de naissance</small></label><input class="it" id="w">'],
    ["cell", '<table><tr><td>Prénom</td><td><input class="it"></td></tr></table>'],
    ["neighbour", '<p>Prénom <input class="it"></p>'],
    ["legend", '<fieldset><legend>Prénom</legend><input class="it"></fieldset>'],
    ["placeholder", '<p><input class="it" placeholder="Prénom"></p>'],
  ]

  it.each(kinds)("%s alone, is enough", (why, html) => {
    expect(found(html)).toBe(`it by ${why}`)
  })

  const weaker = kinds.flatMap(([strong, html], rank) =>
    kinds
      .slice(rank + 1)
      .map(([weak, other]) => [strong, weak, html, other.replaceAll("it", "other")] as const),
  )
  it.each(weaker)("%s and %s on two fields, the stronger wins", (strong, _weak, html, other) => {
    // A label's words without its explanation are told apart by what the explanation says.
    expect(found(`${other}<hr>${html}`)).toBe(`it by ${strong}`)
  })

  it.each(kinds)("%s twice, is a refusal", (_why, html) => {
    expect(found(`${html}<hr>${html.replaceAll('"w"', '"v"')}`)).toBe("field-ambiguous")
  })
})

describe("what is no evidence", () => {
  it.each([
    ["text of the control before", "<p>Prénom <input type=checkbox> <input></p>"],
    [
      "label of another field",
      '<label for="z">Prénom</label><input class="x"><p><input id="z" type="email"></p>',
    ],
    ["text across a section", "<section>Prénom</section><section><input></section>"],
    ["text of a longer sentence", "<p>Prénom du médecin <input></p>"],
    ["text two blocks before", "<p>Prénom</p><p>Nom</p><input>"],
    ["hidden text", '<p><span style="display:none">Prénom</span> <input></p>'],
    ["hidden label", '<label for="h" style="display:none">Prénom</label><input id="h">'],
    ["name that says otherwise", '<p>Prénom <input aria-label="Nom de famille"></p>'],
    ["placeholder under another label", '<label>Nom <input placeholder="Prénom"></label>'],
    [
      "spanning cell above",
      '<table><tr><th colspan="2">Prénom</th></tr><tr><td><input></td><td>x</td></tr></table>',
    ],
    [
      "explanation that changes the sense",
      '<label for="p">Prénom <span>du père</span></label><input id="p">',
    ],
    ["legend of two fields", "<fieldset><legend>Prénom</legend><input><input></fieldset>"],
    ["list", "<label>Prénom <select></select></label>"],
  ])("%s, fills nothing", (_name, html) => {
    expect(found(html)).toBe("field-not-found")
  })

  it("disabled fieldset, keeps its fields closed", () => {
    const html = '<fieldset disabled><label>Prénom <input class="it"></label></fieldset>'
    expect(found(html)).toBe("it by label")
  })
})

describe("titles", () => {
  const field = '<label>Prénom <input class="it"></label>'
  it.each([
    ["heading", `<h2>Patient</h2>${field}`],
    ["legend", `<fieldset><legend>Patient</legend>${field}</fieldset>`],
    ["caption", `<table><caption>Patient</caption><tr><td>${field}</td></tr></table>`],
    ["spanning cell", `<table><tr><th colspan="2">Patient</th></tr><tr><td>${field}</td></tr></table>`],
    ["role", `<div role="heading">Patient</div>${field}`],
    ["bold paragraph", `<p><strong>Patient</strong> :</p>${field}`],
    ["styled box", `<div class="title">Patient</div><div>${field}</div>`],
  ])("%s, stands above its field", (_name, html) => {
    expect(found(html, "Patient")).toBe("it by label")
  })

  it.each([
    ["another heading between", `<h2>Patient</h2><h3>Médecin</h3>${field}`],
    ["title after the field", `${field}<h2>Patient</h2>`],
    ["hidden title", `<h2 hidden>Patient</h2>${field}`],
    ["link", `<a href="#x">Patient</a>${field}`],
    ["sentence", `<p>Patient à chercher</p>${field}`],
  ])("%s, is not above it", (_name, html) => {
    expect(found(html, "Patient")).toBe("field-not-found")
  })

  it("title above the frame's carrier, holds inside a shadow root", () => {
    const document = documentWith("<h2>Patient</h2><div id=host></div><h2>Autre</h2>")
    const root = document.querySelector("#host")?.attachShadow({ mode: "open" })
    if (root) root.innerHTML = field
    const match = matchText({ kind: "text", labels, under: "Patient" }, controlsOf(document, "text"))
    expect("control" in match).toBe(true)
  })
})

describe("radio buttons", () => {
  it("answer completed by its legend, is found", () => {
    const html = `<fieldset><legend>Carte Vitale</legend>
      <label><input type=radio name=m> sans photo</label><label><input type=radio name=m class=it> avec photo</label></fieldset>`
    const match = matchLabel(["Carte Vitale avec photo"], controlsOf(documentWith(html), "choice"))
    expect("control" in match && match.control.element.className).toBe("it")
  })
})
