// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest"
import { vitaleCardPage } from "../mes/vitale-card"
import type { Visit } from "../page"
import { page } from "../page"
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
  const visit: Visit = { session: {}, form: new URLSearchParams(), rest: "", linkTo: (_, path) => path }
  const answer = vitaleCardPage.get?.(visit) ?? page("", searchPage({}))
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
