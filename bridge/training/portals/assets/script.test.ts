// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest"
import { noForm } from "../form-body"
import { vitaleCardPage } from "../mes/vitale-card"
import type { Visit } from "../page"
import { page } from "../page"
import { readDocumentForm } from "../webps/check-document"
import { documentForm } from "../webps/document-form"
import { searchPage } from "../webps/search-page"
import { script } from "./script"

const field = (id: string) => document.getElementById(id) as HTMLInputElement
const run = () => new Function(script)()
const type = (id: string, text: string) => {
  field(id).value = text
  field(id).dispatchEvent(new Event("input", { bubbles: true }))
}

beforeEach(() => {
  document.body.innerHTML = ""
})

test("counter, while typing, counts without spaces; its limit follows the kind of card", () => {
  const visit: Visit = {
    session: {},
    switches: new Set(),
    ...noForm(),
    rest: "",
    linkTo: (_, path) => path,
  }
  const answer = vitaleCardPage(Date.now).get?.(visit) ?? page("", searchPage({}))
  document.body.innerHTML = answer.kind === "page" ? answer.body.text : ""
  run()
  type("numero-securite-sociale", "2 75 12 63")
  expect(field("numero-securite-sociale-counter").textContent).toBe("7 / 15")
  type("numero-serie", "0102")
  expect(field("numero-serie-counter").textContent).toBe("4 / 11")
  field("modele-carte-sans-photo").click()
  expect(field("numero-serie-counter").textContent).toBe("4 / 13")
})

test("« Effacer les critères », clicked, empties its own form alone and stays on the page", () => {
  document.body.innerHTML = searchPage({
    matricule: "275126322074974",
    criteria: { name: "ADRUN", firstName: "ZOE", birthYear: "1975" },
  }).text
  run()
  let sent = false
  document.addEventListener("submit", () => {
    sent = true
  })
  document.querySelector<HTMLButtonElement>("[data-clears]")?.click()
  expect([field("nom").value, field("prenom").value, field("annee-naissance").value]).toEqual(["", "", ""])
  expect(field("identifiant").value).toBe("275126322074974")
  expect(sent).toBe(false)
})

test("comment counter, every character counts, and a file put there by a script names nothing", () => {
  const form = readDocumentForm(new URLSearchParams({ commentaireDocument: "a b" }))
  document.body.innerHTML = documentForm({ form, matricule: "", minor: false, errors: [] }).text
  const counter = () => document.getElementById("commentaireDocument-counter")?.textContent
  expect(counter()).toBe("3/1000")
  run()
  type("commentaireDocument", "a  b\nc")
  expect(counter()).toBe("6/1000")
  field("file").dispatchEvent(new Event("change"))
  expect(field("TitreDocument").value).toBe("")
})

test("form that posts itself, is posted once", () => {
  document.body.innerHTML = `<form id="formJs" data-posts-itself></form>`
  let posted = 0
  HTMLFormElement.prototype.submit = () => {
    posted += 1
  }
  run()
  expect(posted).toBe(1)
})
