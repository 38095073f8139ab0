import { describe, expect, it } from "vitest"
import { fold, withoutHint } from "./fold"

describe("fold", () => {
  it.each([
    ["Accès par critères d’identité", "acces par criteres d'identite"],
    ["  Carte\u00a0Vitale\u202fsans photo * : ", "carte vitale sans photo"],
    ["PRÉNOM", "prenom"],
  ])("%s, says the same as %s", (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it.each([
    ["la date de naissance (jj/mm/aaaa)", "la date de naissance"],
    ["mon numero de securite sociale ex. 1 55 12", "mon numero de securite sociale"],
    ["mon numero de serie 0 / 11", "mon numero de serie"],
    ["titre", "titre"],
  ])("%s, without its hint is %s", (text, bare) => {
    expect(withoutHint(text)).toBe(bare)
  })
})
