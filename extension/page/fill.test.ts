// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { answers as zoe } from "../../test/markups/answers"
import { birthDateHtml, hosts, searchHtml, vitaleCardHtml } from "../../test/pages"
import type { Answers, Holding, Outcome } from "../portals/vocabulary"
import { PageFiller } from "./fill"

beforeAll(completeDom)

function filler(html: string, place: { hostname: string; pathname: string }) {
  const page = new PageFiller(documentWith(html), place)
  const fill = (id: string, answers: Answers, overwrite: Holding[] = []): Record<string, string> => {
    const result = page.fill({ page: id, answers, overwrite, peopleMark: 0 })
    if (!("receipt" in result)) return { refusal: result.refusal }
    return Object.fromEntries(result.receipt.outcomes.map((it) => [it.field, short(it)]))
  }
  return { fill, undo: () => page.undo() }
}

const short = (it: Outcome) => ("reason" in it ? `${it.outcome}: ${it.reason}` : it.outcome)
const input = (id: string) => document.getElementById(id) as HTMLInputElement
const radio = (value: string) => document.querySelector(`input[value="${value}"]`) as HTMLInputElement

describe("fill, each page", () => {
  it("birth date, is written as jj/MM/AAAA", () => {
    expect(filler(birthDateHtml, hosts.mes).fill("mes.birth-date", zoe)).toEqual({
      "patient.birthDate": "filled",
    })
    expect(input("d").value).toBe("31/12/1975")
  })

  it("birth date, date input gets its own form", () => {
    filler(birthDateHtml.replace('type="text"', 'type="date"'), hosts.mes).fill("mes.birth-date", zoe)
    expect(input("d").value).toBe("1975-12-31")
  })

  it("Vitale card, number, serial and photo are filled", () => {
    expect(filler(vitaleCardHtml, hosts.mes).fill("mes.vitale-card", zoe)).toEqual({
      "card.photo": "filled",
      "patient.nir": "filled",
      "card.serial": "filled",
    })
    expect([input("n").value, input("s").value, radio("1").checked, radio("0").checked]).toEqual([
      "275126322074974",
      "01024576124",
      true,
      false,
    ])
  })

  it("search, each field goes under its own heading", () => {
    filler(searchHtml, hosts.webps).fill("webps.search", zoe)
    expect(["i", "a", "b", "c"].map((id) => input(id).value)).toEqual([
      "275126322074974",
      "ADRUN",
      "ZOE",
      "1975",
    ])
  })

  it("one input and one change event a field, bubbling", () => {
    const page = filler(birthDateHtml, hosts.mes)
    const seen: string[] = []
    for (const type of ["input", "change"])
      document.body.addEventListener(type, (event) => seen.push(event.type))
    page.fill("mes.birth-date", zoe)
    expect(seen).toEqual(["input", "change"])
  })
})

describe("fill, refusals", () => {
  it("lunar date, is refused by name and nothing is written", () => {
    const answers: Answers = { "patient.birthDate": { value: "19422001" } }
    expect(filler(birthDateHtml, hosts.mes).fill("mes.birth-date", answers)).toEqual({
      "patient.birthDate": "refused: lunar-date",
    })
    expect(input("d").value).toBe("")
  })

  it("answer with a refusal, passes on as it is", () => {
    const answers: Answers = { ...zoe, "patient.matricule": { refusal: "number-of-insured" } }
    const outcomes = filler(searchHtml, hosts.webps).fill("webps.search", answers)
    expect(outcomes["patient.matricule"]).toBe("refused: number-of-insured")
    expect(outcomes["patient.familyName"]).toBe("filled")
    expect(input("i").value).toBe("")
  })

  it("two fields with one label, neither is filled", () => {
    const html = birthDateHtml.replace("</form>", '<label>Date de naissance<input id="e"></label></form>')
    expect(filler(html, hosts.mes).fill("mes.birth-date", zoe)["patient.birthDate"]).toBe(
      "refused: field-ambiguous",
    )
    expect([input("d").value, input("e").value]).toEqual(["", ""])
  })

  it.each([
    ["field gone", (html: string) => html.replace("<input", "<output"), "field-not-found"],
    ["read-only", (html: string) => html.replace("<input", "<input readonly"), "field-locked"],
    ["disabled", (html: string) => html.replace("<input", "<input disabled"), "field-locked"],
    ["hidden", (html: string) => html.replace("<input", '<input style="display:none"'), "field-not-found"],
    ["password", (html: string) => html.replace('type="text"', 'type="password"'), "field-not-found"],
    ["too short", (html: string) => html.replace('maxlength="10"', 'maxlength="8"'), "field-too-short"],
    ["number", (html: string) => html.replace('type="text"', 'type="number"'), "field-other-kind"],
  ])("%s, is refused", (_name, change, reason) => {
    const outcomes = filler(change(birthDateHtml), hosts.mes).fill("mes.birth-date", zoe)
    expect(outcomes["patient.birthDate"]).toBe(`refused: ${reason}`)
  })

  it("page that was asked for is not the one on screen, nothing is filled", () => {
    expect(filler(searchHtml, hosts.webps).fill("mes.birth-date", zoe)).toEqual({ refusal: "page-changed" })
  })

  it("page that throws the value away, is said", () => {
    const page = filler(birthDateHtml, hosts.mes)
    input("d").addEventListener("change", (event) => {
      ;(event.target as HTMLInputElement).value = ""
    })
    expect(page.fill("mes.birth-date", zoe)["patient.birthDate"]).toBe("refused: not-kept")
  })

  it("page that masks the number with spaces, is content", () => {
    const page = filler(vitaleCardHtml.replace('maxlength="15"', ""), hosts.mes)
    input("n").addEventListener("input", (event) => {
      const field = event.target as HTMLInputElement
      field.value = field.value.replace(/^(.)(..)/, "$1 $2 ")
    })
    expect(page.fill("mes.vitale-card", zoe)["patient.nir"]).toBe("filled")
  })
})

describe("fill, what a person typed", () => {
  it("same content already there, is left and called right", () => {
    const page = filler(birthDateHtml, hosts.mes)
    input("d").value = "31/12/1975"
    expect(page.fill("mes.birth-date", zoe)["patient.birthDate"]).toBe("already-right")
  })

  it("other content, is left until the person agrees to replace it", () => {
    const page = filler(birthDateHtml, hosts.mes)
    input("d").value = "01/01/1900"
    expect(page.fill("mes.birth-date", zoe)["patient.birthDate"]).toBe("left: already-filled")
    expect(input("d").value).toBe("01/01/1900")
    expect(page.fill("mes.birth-date", zoe, ["patient.birthDate"])["patient.birthDate"]).toBe("filled")
    expect(input("d").value).toBe("31/12/1975")
  })

  it("somebody else's name on the page, stops every field that identifies", () => {
    const page = filler(searchHtml, hosts.webps)
    input("a").value = "CORSE"
    expect(page.fill("webps.search", zoe)).toEqual({
      "patient.matricule": "left: beside-other-identity",
      "patient.familyName": "left: already-filled",
      "patient.givenName": "left: beside-other-identity",
      "patient.birthYear": "left: beside-other-identity",
    })
    expect(["i", "a", "b", "c"].map((id) => input(id).value)).toEqual(["", "CORSE", "", ""])
  })

  it("number that the card does not confirm, stops the rest even when replacing was agreed", () => {
    const page = filler(searchHtml, hosts.webps)
    input("i").value = "180032B02040123"
    const answers: Answers = { ...zoe, "patient.matricule": { refusal: "number-unsure" } }
    const all: Holding[] = [
      "patient.matricule",
      "patient.familyName",
      "patient.givenName",
      "patient.birthYear",
    ]
    expect(page.fill("webps.search", answers, all)).toEqual({
      "patient.matricule": "refused: unconfirmed-there",
      "patient.familyName": "left: beside-other-identity",
      "patient.givenName": "left: beside-other-identity",
      "patient.birthYear": "left: beside-other-identity",
    })
    expect(input("i").value).toBe("180032B02040123")
  })

  it("another card's serial number, stops the number beside it", () => {
    const page = filler(vitaleCardHtml, hosts.mes)
    input("s").value = "99999999999"
    expect(page.fill("mes.vitale-card", zoe)).toEqual({
      "card.photo": "left: beside-other-identity",
      "patient.nir": "left: beside-other-identity",
      "card.serial": "left: already-filled",
    })
  })

  it("another person's number, stops the serial number beside it", () => {
    const page = filler(vitaleCardHtml, hosts.mes)
    input("n").value = "180032B02040123"
    expect(page.fill("mes.vitale-card", zoe)["card.serial"]).toBe("left: beside-other-identity")
    expect(input("s").value).toBe("")
  })

  it("read-only field with another name, stops everything around it", () => {
    const page = filler(searchHtml.replace('id="a"', 'id="a" readonly value="ADRUN"'), hosts.webps)
    const jeanne: Answers = { ...zoe, "patient.familyName": { value: "DARK" } }
    expect(page.fill("webps.search", jeanne)).toMatchObject({
      "patient.familyName": "refused: locked-other",
      "patient.givenName": "left: beside-other-identity",
    })
    expect(["i", "b", "c"].map((id) => input(id).value)).toEqual(["", "", ""])
  })

  it("first name on the page that the card does not give, stops the rest", () => {
    const page = filler(searchHtml, hosts.webps)
    input("b").value = "ZOE"
    const nameless: Answers = { ...zoe, "patient.givenName": { refusal: "no-name" } }
    expect(page.fill("webps.search", nameless)).toMatchObject({
      "patient.givenName": "refused: unconfirmed-there",
      "patient.familyName": "left: beside-other-identity",
    })
  })

  it("photo already answered otherwise, is left", () => {
    const page = filler(vitaleCardHtml, hosts.mes)
    radio("0").checked = true
    expect(page.fill("mes.vitale-card", zoe)).toMatchObject({
      "card.photo": "left: already-filled",
      "patient.nir": "filled",
    })
    expect(radio("0").checked).toBe(true)
  })
})

describe("undo", () => {
  it("takes back everything, to what was there before", () => {
    const page = filler(vitaleCardHtml, hosts.mes)
    radio("0").checked = true
    page.fill("mes.vitale-card", zoe, ["card.photo"])
    expect(page.undo()).toMatchObject({ undone: 3, left: 0 })
    expect([input("n").value, input("s").value, radio("0").checked, radio("1").checked]).toEqual([
      "",
      "",
      true,
      false,
    ])
  })

  it("two fills, one undo", () => {
    const page = filler(birthDateHtml, hosts.mes)
    input("d").value = "01/01/1900"
    page.fill("mes.birth-date", zoe, ["patient.birthDate"])
    page.fill("mes.birth-date", { "patient.birthDate": { value: "19800302" } }, ["patient.birthDate"])
    expect(page.undo()).toMatchObject({ undone: 2, left: 0 })
    expect(input("d").value).toBe("01/01/1900")
  })

  it("field changed by the person since, is left and counted", () => {
    const page = filler(birthDateHtml, hosts.mes)
    page.fill("mes.birth-date", zoe)
    input("d").value = "30/12/1975"
    expect(page.undo()).toMatchObject({ undone: 0, left: 1 })
    expect(input("d").value).toBe("30/12/1975")
  })

  it("value that the page mangled, is taken back too", () => {
    const page = filler(searchHtml, hosts.webps)
    input("a").addEventListener("change", (event) => {
      const field = event.target as HTMLInputElement
      if (field.value.length > 3) field.value = field.value.slice(0, 3)
    })
    expect(page.fill("webps.search", zoe)["patient.familyName"]).toBe("refused: not-kept")
    page.undo()
    expect(input("a").value).toBe("")
  })

  it("nothing filled, nothing undone", () => {
    expect(filler(birthDateHtml, hosts.mes).undo()).toMatchObject({ undone: 0, left: 0 })
  })
})

describe("answers in a list", () => {
  const listHtml = vitaleCardHtml.replace(
    /<fieldset>[\s\S]*<\/fieldset>/,
    `<label for="m">Modèle</label><select id="m"><option value="">Choisir</option>
     <option value="0">Carte Vitale sans photo</option><option value="1">Carte Vitale avec photo</option></select>`,
  )
  const list = () => document.getElementById("m") as HTMLSelectElement
  const photo = (html = listHtml, overwrite: Holding[] = [], before = "") => {
    const page = filler(html, hosts.mes)
    list().value = before
    return { said: page.fill("mes.vitale-card", zoe, overwrite)["card.photo"], undo: page.undo }
  }

  it("option, is chosen by its text, and undone", () => {
    const { said, undo } = photo()
    expect([said, list().value]).toEqual(["filled", "1"])
    expect(undo()).toMatchObject({ undone: 3, left: 0, unchecked: 0 })
    expect(list().value).toBe("")
  })

  it("option that a person chose, is left until they agree", () => {
    expect([photo(listHtml, [], "0").said, list().value]).toEqual(["left: already-filled", "0"])
    expect([photo(listHtml, ["card.photo"], "0").said, list().value]).toEqual(["filled", "1"])
  })

  it("right option already, is kept", () => {
    expect(photo(listHtml, [], "1").said).toBe("already-right")
  })

  it.each([
    [
      "switched off",
      listHtml.replace('<option value="1">', '<option value="1" disabled>'),
      "refused: field-not-found",
    ],
    ["locked", listHtml.replace('<select id="m">', '<select id="m" disabled>'), "refused: field-locked"],
    [
      "twice",
      listHtml.replace(
        "</form>",
        `${/<select[\s\S]*<\/select>/.exec(listHtml)?.[0].replace('id="m"', "")}</form>`,
      ),
      "refused: field-ambiguous",
    ],
  ])("list %s, is refused by name", (_, html, said) => {
    expect(photo(html).said).toBe(said)
  })
})

describe("people on the page", () => {
  const shown =
    "<dl><dt>Nom</dt><dd>ADRUN</dd><dt>Prénom</dt><dd>ZOE</dd><dt>Date de naissance</dt><dd>31/12/1975</dd></dl>"

  it("page that shows other people than those compared, gets nothing", () => {
    const { fill } = filler(shown + searchHtml, hosts.webps)
    expect(fill("webps.search", zoe)).toEqual({ refusal: "shown-changed" })
    expect(input("i").value).toBe("")
  })

  it("page that comes to show somebody else between two fields, keeps none of them", () => {
    const { fill } = filler(searchHtml, hosts.webps)
    input("i").addEventListener("input", () => document.body.insertAdjacentHTML("beforeend", shown))
    expect(fill("webps.search", zoe)).toEqual({ refusal: "shown-changed" })
    expect(["i", "a", "b", "c"].map((id) => input(id).value).join("")).toBe("")
  })
})
